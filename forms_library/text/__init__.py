"""The text of files, for search and for a look at what is in them. To be run in a child process."""
