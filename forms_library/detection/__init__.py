"""Where a form is to be filled in: from the lines and letters of a page to fields, zones and groups."""
