"""Benchmarks: each is a command that prints one JSON object on its last line. Nothing here is run by pytest."""
