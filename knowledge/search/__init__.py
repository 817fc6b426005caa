"""How anything is found: one segmentation, the public search, Wagtail's own search."""
