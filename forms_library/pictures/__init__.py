"""Pictures of pages. To be run in a child process."""
