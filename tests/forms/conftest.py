"""What tests of forms start with."""

import os
from pathlib import Path

import pytest
from django.conf import settings

from forms_library.filling.fonts import Font, font

from .synthesis.pen import has_font


@pytest.fixture(scope="session")
def answers() -> Font:
    """The font of the answers."""
    if not has_font():
        if os.environ.get("CI"):
            pytest.fail("CI must have fonts-wqy-microhei")
        pytest.skip("fonts-wqy-microhei is not installed")
    return font(settings.FORM_FONT)


@pytest.fixture(scope="session")
def real_forms(shared_data: Path) -> Path:
    return shared_data / "forms"
