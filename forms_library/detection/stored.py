"""Detections kept as JSON, and read again."""

from typing import Any

from .drafts import Shape
from .fields import Detection, Field, FieldKind, Group, GroupKind, PageInfo, Zone, ZoneKind
from .geometry import Rect

Plain = dict[str, Any]


def from_plain(plain: Plain) -> Detection:
    """What ``Detection.as_plain`` gave, also after JSON. Anything else: ``KeyError``, ``TypeError``, ``ValueError``."""
    return Detection(
        pages=tuple(PageInfo(**page) for page in plain["pages"]),
        fields=tuple(field_from_plain(field) for field in plain["fields"]),
        zones=tuple(
            Zone(**{**zone, "rect": Rect(**zone["rect"]), "kind": ZoneKind(zone["kind"])}) for zone in plain["zones"]
        ),
        groups=tuple(group_from_plain(group) for group in plain["groups"]),
    )


def field_from_plain(plain: Plain) -> Field:
    """One field."""
    return Field(
        **{
            **plain,
            "rect": Rect(**plain["rect"]),
            "room": Rect(**plain["room"]),
            "kind": FieldKind(plain["kind"]),
            "shape": Shape(plain["shape"]),
            "parts": tuple(Rect(**part) for part in plain["parts"]),
            "more": tuple((page, Rect(**rect)) for page, rect in plain["more"]),
        }
    )


def group_from_plain(plain: Plain) -> Group:
    """One group."""
    return Group(
        **{
            **plain,
            "kind": GroupKind(plain["kind"]),
            "members": tuple(plain["members"]),
            "rows": tuple(tuple(row) for row in plain["rows"]),
        }
    )
