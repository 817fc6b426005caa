"""The front door: home page and the hall's own data."""

from .hall import HallSettings
from .home import FrequentGuide, HomePage

__all__ = ["FrequentGuide", "HallSettings", "HomePage"]
