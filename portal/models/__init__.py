"""The front door: home page, the guide for investors, and the hall's own data."""

from .hall import HallSettings
from .home import FrequentGuide, HomePage
from .investors import InvestorChapter, InvestorContact, InvestorFigure, InvestorPage, InvestorStep

__all__ = [
    "FrequentGuide",
    "HallSettings",
    "HomePage",
    "InvestorChapter",
    "InvestorContact",
    "InvestorFigure",
    "InvestorPage",
    "InvestorStep",
]
