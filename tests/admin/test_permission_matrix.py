"""Every deed by every role, through the real views. The item is of civil affairs: ``own`` and ``other`` are editors of
civil affairs and of public security; everybody else works for all departments or for none.
"""

import pytest
from django.test import Client

from guides.models import GuidePage
from tests.conftest import Hall

from .deeds import DEEDS, Actor

ROLES = {
    "own": "civil_affairs_editor",
    "other": "public_security_editor",
    "reviewer": "reviewer",
    "legal": "legal_reviewer",
    "translator": "translator",
    "clerk": "window_clerk",
    "citizen": "citizen",
    "chief": "admin",
}
TABLE = """
deed                        own  other reviewer legal translator clerk citizen chief
read the public page        +    +     +        +     +          +     +       +
open the editor             +    .     +        .     +          .     .       +
preview the draft           +    .     +        .     +          .     .       +
preview while typing        +    .     +        .     +          .     .       +
see the history             +    .     +        .     +          .     .       +
see an old version          +    .     +        .     +          .     .       +
compare versions            +    .     +        .     +          .     .       +
revert to an old version    +    .     +        .     +          .     .       +
see a draft in the API      +    .     +        .     +          .     .       +
add an item                 +    .     .        .     .          .     .       +
copy the item               +    .     .        .     .          .     .       +
save a draft                +    .     +        .     +          .     .       +
comment                     +    .     +        .     +          .     .       +
submit for review           +    .     +        .     +          .     .       +
approve                     .    .     +        .     .          .     .       +
approve one's own           .    .     .        .     .          .     .       .
ask for changes             .    .     +        .     .          .     .       +
approve at the legal check  .    .     .        +     .          .     .       +
preview at the legal check  +    .     +        +     +          .     .       +
publish a colleague's draft .    .     +        .     .          .     .       +
publish one's own words     .    .     .        .     .          .     .       .
publish many at once        .    .     +        .     .          .     .       +
publish many of one's own   .    .     .        .     .          .     .       .
schedule                    .    .     +        .     .          .     .       +
unpublish                   .    .     +        .     .          .     .       +
lock                        +    .     +        .     .          .     .       +
unlock another's lock       .    .     +        .     .          .     .       +
certify                     +    .     +        .     .          .     .       +
certify many                +    .     +        .     .          .     .       +
delete the public item      .    .     +        .     .          .     .       +
delete a draft              +    .     +        .     .          .     .       +
move to another department  .    .     .        .     .          .     .       +
hide from readers           .    .     +        .     .          .     .       +
export                      .    .     .        .     .          .     .       +
upload a file               +    +     +        .     .          .     .       +
change another's file       .    .     +        .     .          .     .       +
upload a picture            .    .     .        .     .          .     .       +
"""


def cells() -> list[tuple[str, str, bool]]:
    heading, *lines = TABLE.strip().splitlines()
    roles = heading.split()[1:]
    width = heading.index("own")
    rows = [(line[:width].strip(), line[width:].split()) for line in lines]
    return [(deed, role, mark == "+") for deed, marks in rows for role, mark in zip(roles, marks, strict=True)]


@pytest.mark.parametrize(("deed", "role", "allowed"), cells(), ids=lambda value: str(value).replace(" ", "-"))
def test_who_may_do_what(
    request: pytest.FixtureRequest, hall: Hall, guide: GuidePage, deed: str, role: str, allowed: bool
) -> None:
    chief: Client = request.getfixturevalue("admin")
    client: Client = chief if role == "chief" else request.getfixturevalue(ROLES[role])
    assert DEEDS[deed](Actor(client, chief, guide, hall)) is allowed


def test_the_table_and_the_deeds_are_the_same() -> None:
    assert {deed for deed, _role, _allowed in cells()} == set(DEEDS)
