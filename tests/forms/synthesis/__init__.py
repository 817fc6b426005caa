"""Synthetic Chinese forms with the truth about every place on them."""
