"""From what an editor wrote to what a browser may follow."""

import re

NUMBER = re.compile(r"^\+?\d[\d\s()-]{1,18}\d$")
EMAIL = re.compile(r"^[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"']+$")


def web_address(text: str | None) -> str:
    """The address when it is one of the web, else nothing: imported lists hold ``javascript:`` and plain words too."""
    text = (text or "").strip()
    return text if re.match(r"^https?://[^\s<>\"']+$", text, re.IGNORECASE) else ""


def telephone_address(text: str | None) -> str:
    """``"0835-2800110"`` -> ``"tel:08352800110"``. Nothing when the text is not one single number."""
    text = (text or "").strip()
    return f"tel:{re.sub(r'[^0-9+]', '', text)}" if NUMBER.match(text) else ""


def contact_address(kind: str, value: str) -> str:
    """What a contact of this kind (C16) links to, if anything."""
    if kind == "web":
        return web_address(value)
    if kind == "email":
        return f"mailto:{value.strip()}" if EMAIL.match(value.strip()) else ""
    return telephone_address(value) if kind == "phone" else ""
