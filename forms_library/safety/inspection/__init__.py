"""Everything that is done with an upload before anybody sees it: a module for each kind, run in a child process.

Each has ``inspect(data)``, which gives ``Findings`` or raises ``Refused``. A module imports no more than its kind
needs: a child starts from nothing every time.
"""
