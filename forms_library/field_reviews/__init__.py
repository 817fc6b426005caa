"""What editors say about the fields of a form, as plain data: confirmed, how called elsewhere, what help is given."""
