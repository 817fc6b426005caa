"""Forms as DOCX and XLSX: where they are to be filled in, and filling them in where they are."""
