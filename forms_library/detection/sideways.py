"""Pages that were printed sideways: a wide table on a tall page."""

from .layout import Page

MOST = 0.7  # of the letters must run the same way
FEWEST = 20


def sideways_turn(page: Page) -> int:
    """Degrees clockwise by which a page must be turned to be read; 0 for one that is upright."""
    upwards = sum(1 for glyph in page.glyphs if glyph.turn > 0)
    downwards = sum(1 for glyph in page.glyphs if glyph.turn < 0)
    enough = MOST * max(len(page.glyphs), FEWEST)
    if upwards > enough:
        return 90
    return 270 if downwards > enough else 0
