"""Rules about service items: pure functions on plain data."""
