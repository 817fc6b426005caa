"""The list of Guangdong's portal (2021): JSON lines with 36 fields an item. Every mapping is a pure function."""
