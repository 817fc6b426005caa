"""The life of a version: uploaded, looked at, confirmed by one person and published by another, withdrawn."""
