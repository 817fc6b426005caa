"""All hostile files that we know how to make, by name."""

from collections.abc import Callable, Iterator
from io import BytesIO

from PIL import Image

from . import office_bombs, pdf_bombs


def picture_larger_than_a_wall() -> bytes:
    buffer = BytesIO()
    Image.new("1", (9_000, 9_000)).save(buffer, "PNG")
    return buffer.getvalue()


def picture_with_a_tail() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "red").save(buffer, "PNG")
    return buffer.getvalue() + b"<?php system($_GET['x']); ?>"


BOMBS: dict[str, tuple[Callable[[], bytes], ...]] = {
    ".pdf": (
        *(
            pdf_bombs.content_of_a_gigabyte,
            pdf_bombs.bomb_in_a_bomb,
            pdf_bombs.eight_million_rectangles,
            pdf_bombs.grid_of_a_thousand_lines,
        ),
        *(
            pdf_bombs.drawing_that_draws_itself,
            pdf_bombs.ten_billion_drawings,
            pdf_bombs.pages_in_a_circle,
            pdf_bombs.two_hundred_thousand_pages,
        ),
        *(
            pdf_bombs.page_as_large_as_a_country,
            pdf_bombs.picture_of_three_billion_pixels,
            pdf_bombs.everything_that_acts,
            pdf_bombs.page_behind_a_web_page,
        ),
        *(pdf_bombs.archive_behind_a_page, pdf_bombs.half_a_file, pdf_bombs.values_without_end),
    ),
    ".docx": (
        *(
            office_bombs.text_of_two_hundred_megabytes,
            office_bombs.nothing_of_two_hundred_megabytes,
            office_bombs.entity_that_reads_a_file,
            office_bombs.a_billion_laughs,
        ),
        *(
            office_bombs.one_entity_twenty_thousand_times,
            office_bombs.boxes_in_boxes,
            office_bombs.template_from_elsewhere,
            office_bombs.picture_from_elsewhere,
        ),
        *(
            office_bombs.page_swallowed_whole,
            office_bombs.macros_renamed,
            office_bombs.macros_by_their_type,
            office_bombs.object_inside,
            office_bombs.command_in_a_field,
        ),
        *(
            office_bombs.template_language,
            office_bombs.part_that_climbs_out,
            office_bombs.sixty_thousand_parts,
            office_bombs.archive_that_lies,
        ),
        office_bombs.document_in_two_bytes_a_character,
    ),
    ".xlsx": (
        office_bombs.cell_at_the_end_of_the_world,
        office_bombs.everything_merged,
        office_bombs.a_million_rows,
        office_bombs.workbook_that_reads_another,
    ),
    ".png": (picture_larger_than_a_wall, picture_with_a_tail),
}


def all_bombs() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """File name and maker of each."""
    for ending, makers in BOMBS.items():
        for maker in makers:
            yield maker.__name__ + ending, maker
