"""The rules, one module a family. A module lists its own as ``RULES``; ``guides.lint.running`` puts them together."""
