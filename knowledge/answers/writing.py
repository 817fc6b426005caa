"""A draft of a written answer, from a question that came in."""

from dataclasses import dataclass, field

from django.utils.html import format_html_join
from wagtail.models import Page

from knowledge.models import AnswerPage, AnswerSubject, DepartmentPage, User
from translations.languages import column, default_language


@dataclass(frozen=True)
class Draft:
    """What a draft begins with. ``question`` and ``answer`` are plain text in ``language``; ``subjects`` are pages."""

    question: str
    answer: str
    language: str
    subjects: list[Page] = field(default_factory=list)


def draft_answer(department: DepartmentPage, draft: Draft, author: User) -> AnswerPage:
    """A page below the department that nobody sees yet. Who writes it up decides what stands in it in the end.

    What was asked in another language stands in the Chinese, too, until somebody has translated it: a page needs that.
    """
    page = AnswerPage(live=False, has_unpublished_changes=True, owner=author)
    for language in {draft.language, default_language()}:
        setattr(page, column("name", language), one_line(draft.question))
        setattr(page, column("answer", language), as_rich_text(draft.answer))
    page.subjects = [AnswerSubject(subject=subject) for subject in draft.subjects]
    page.sync_title()
    department.add_child(instance=page)
    page.save_revision(user=author)
    return page


def one_line(text: str) -> str:
    """A question as a name: without line breaks."""
    return " ".join(text.split())


def as_rich_text(text: str) -> str:
    """Lines as paragraphs."""
    return format_html_join("", "<p>{}</p>", ((line.strip(),) for line in text.splitlines() if line.strip()))
