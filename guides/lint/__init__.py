"""What is wrong with an item, or could be better: rules, findings, a score; while it is written and in every list."""
