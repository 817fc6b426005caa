"""Values onto the pages of a PDF form: laid out, drawn over the page, and read back."""
