"""Who stands by the words of an item: certification, its end, and why a text was changed."""
