"""What is missing: gathered from what readers search, ask and doubt, and worked off by editors."""
