"""Telephone numbers and e-mail addresses of people who ask: encrypted wherever they rest."""

import base64
import hashlib
import re

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

LONGEST = 120
_PHONE = re.compile(r"\+?\d(?:[\s()-]?\d){6,14}")


def checked(text: str) -> str:
    """A contact as it is kept: ``""`` for none. Raises ``ValidationError`` for what is neither of both."""
    text = " ".join(text.split())
    if not text:
        return ""
    if "@" in text:
        validate_email(text)
    elif not _PHONE.fullmatch(text):
        raise ValidationError(_("Write a telephone number or an e-mail address, or leave it empty."))
    return text


def is_email(contact: str) -> bool:
    return "@" in contact


def hidden(contact: str) -> str:
    """Encrypted; nothing stays nothing."""
    return _keys().encrypt(contact.encode()).decode("ascii") if contact else ""


def revealed(kept: str) -> str:
    """The contact; empty where there is none, or the key it was written with is gone."""
    if not kept:
        return ""
    try:
        return _keys().decrypt(kept.encode("ascii")).decode()
    except InvalidToken:
        return ""


def _keys() -> MultiFernet:
    """The first one writes, any of them reads: ``CONTACT_KEYS``."""
    digests = (hashlib.sha256(b"knowledge.consultations" + key.encode()).digest() for key in settings.CONTACT_KEYS)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
