"""A hall with a third language: what ``docs/settings.md`` says about adding one, done and looked at."""
