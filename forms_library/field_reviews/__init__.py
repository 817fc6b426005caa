"""What editors say about the fields of a form, as plain data: confirmed, how called in English, what help is given."""
