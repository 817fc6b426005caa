"""Rectangles in PDF points, measured from the top left corner of the page."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle whose sides are parallel to those of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        """From the left."""
        return (self.x0 + self.x1) / 2

    @property
    def middle(self) -> float:
        """From the top."""
        return (self.top + self.bottom) / 2

    @property
    def area(self) -> float:
        return self.width * self.height

    def shared_width(self, other: "Rect") -> float:
        """How far both reach side by side; negative where there is a gap."""
        return min(self.x1, other.x1) - max(self.x0, other.x0)

    def shared_height(self, other: "Rect") -> float:
        """How far both reach one above the other; negative where there is a gap."""
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def shared_area(self, other: "Rect") -> float:
        return max(0.0, self.shared_width(other)) * max(0.0, self.shared_height(other))

    def has_middle_of(self, other: "Rect", slack: float = 0) -> bool:
        """Does the other's middle lie in this one?"""
        inside_x = self.x0 - slack <= other.centre <= self.x1 + slack
        return inside_x and self.top - slack <= other.middle <= self.bottom + slack

    def contains(self, other: "Rect", slack: float = 1) -> bool:
        inside_x = self.x0 - slack <= other.x0 and other.x1 <= self.x1 + slack
        return inside_x and self.top - slack <= other.top and other.bottom <= self.bottom + slack

    def rounded(self) -> "Rect":
        """To a tenth of a point: finer than a printer."""
        return Rect(round(self.x0, 1), round(self.top, 1), round(self.x1, 1), round(self.bottom, 1))


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds all of them. There is at least one."""
    all_of_them = list(rects)
    return Rect(
        min(rect.x0 for rect in all_of_them),
        min(rect.top for rect in all_of_them),
        max(rect.x1 for rect in all_of_them),
        max(rect.bottom for rect in all_of_them),
    )
