"""The front door: home page and the hall's own data."""

from .hall import HallSettings
from .home import HomePage

__all__ = ["HallSettings", "HomePage"]
