def guide_context(page): return {}
