"""A stamp on every form that goes out: it says when, and which one it is. No cookie, no other server, no riddle.

What comes back within a moment was sent by a program; one and the same form counts once, however often it is sent.
"""

import secrets
from datetime import timedelta

from django.core import signing

SALT = "knowledge.consultations"
SOONEST = timedelta(seconds=3)
LATEST = timedelta(hours=24)


class StampError(Exception):
    """The form is too old, too new, or not ours."""


def new_stamp() -> str:
    return signing.dumps(secrets.token_urlsafe(16), salt=SALT)


def nonce_of(stamp: str) -> str:
    """Which form it is. Raises ``StampError`` for one that cannot have been filled in by a person just now."""
    try:
        nonce: str = signing.loads(stamp, salt=SALT, max_age=LATEST)
    except signing.BadSignature as error:
        raise StampError from error
    if not _is_older(stamp, SOONEST):
        raise StampError
    return nonce


def _is_older(stamp: str, age: timedelta) -> bool:
    try:
        signing.loads(stamp, salt=SALT, max_age=age)
    except signing.SignatureExpired:
        return True
    return False
