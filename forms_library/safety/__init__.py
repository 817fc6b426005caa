"""Uploads are hostile until proven: ``examine`` is the one way in."""
