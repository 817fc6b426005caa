"""Filling in a form in the browser. What an applicant writes is made into a document in memory, sent, and forgotten."""
