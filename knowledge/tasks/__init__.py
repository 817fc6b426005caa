"""Work that is done later, by a worker (docs/decisions/0009)."""
