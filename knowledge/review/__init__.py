"""Two pairs of eyes: what a department publishes was written by one person and approved by another."""
