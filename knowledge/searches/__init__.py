"""The admin's pages about what readers search for: reports, what a search finds, and what can be done about it."""
