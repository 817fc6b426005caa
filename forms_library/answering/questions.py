"""From the fields of a form to questions, kept together where the form keeps them together. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Detection, Field, FieldKind, Group, GroupKind
from forms_library.field_reviews.reviews import Review, Reviews
from forms_library.filling.samples import SAMPLES
from forms_library.validation.values import LONGEST, Problem
from translations.languages import default_language, other_languages
from translations.local_text import LocalText

PREFIX = "a-"  # of the names of inputs: what follows is the id of a field
INPUT_MODES = {
    FieldKind.DIGITS: "numeric",
    FieldKind.NUMBER: "decimal",
    FieldKind.MONEY: "decimal",
    FieldKind.POSTCODE: "numeric",
    FieldKind.PHONE: "tel",
    FieldKind.EMAIL: "email",
}
EXAMPLES = {kind: SAMPLES[kind] for kind in (FieldKind.ID_NUMBER, FieldKind.CREDIT_CODE, FieldKind.MONEY)} | {
    FieldKind.PHONE: "13800000000",
    FieldKind.EMAIL: "name@example.com",
}


@dataclass(frozen=True)
class Question:
    """One field, as an applicant is asked. ``beside`` is the Chinese of a label that was translated."""

    field: Field
    label: LocalText
    beside: LocalText | None = None
    help: LocalText | None = None
    required: bool = False
    value: str = ""
    problem: Problem | None = None

    @property
    def name(self) -> str:
        return PREFIX + self.field.id

    @property
    def anchor(self) -> str:
        """The id of the input that an error leads to."""
        return self.name

    @property
    def is_long(self) -> bool:
        """Is there room for several lines?"""
        return self.field.kind is FieldKind.LONG_TEXT

    @property
    def is_option(self) -> bool:
        """Is it a box to tick?"""
        return self.field.kind is FieldKind.OPTION

    @property
    def is_whole_date(self) -> bool:
        return self.field.kind is FieldKind.DATE and not self.field.is_month

    @property
    def input_mode(self) -> str:
        """The keyboard of a telephone."""
        return INPUT_MODES.get(self.field.kind, "")

    @property
    def longest(self) -> int:
        """Characters that may be given."""
        return len(self.field.parts) if self.field.shape is Shape.COMB else LONGEST

    @property
    def example(self) -> str:
        """A value as it should look."""
        return "2026-01" if self.field.is_month else EXAMPLES.get(self.field.kind, "")

    @property
    def described_by(self) -> str:
        """The ids of what stands beside the input, for ``aria-describedby``."""
        parts = {"help": self.help or self.field.hint or self.example, "problem": self.problem}
        return " ".join(f"{self.name}-{part}" for part, there in parts.items() if there)


@dataclass(frozen=True)
class Choices:
    """A question with boxes to tick; of a ``single`` one, at most one is."""

    key: str
    label: LocalText
    beside: LocalText | None
    options: tuple[Question, ...]
    single: bool = False
    required: bool = False
    problem: Problem | None = None

    @property
    def name(self) -> str:
        return PREFIX + self.key

    @property
    def anchor(self) -> str:
        """The id of the input that an error leads to."""
        return self.options[0].name

    @property
    def is_answered(self) -> bool:
        return any(option.value for option in self.options)


@dataclass(frozen=True)
class Roster:
    """A list with the same questions in every row."""

    key: str
    label: LocalText
    beside: LocalText | None
    rows: tuple[tuple[Question, ...], ...]

    @property
    def used(self) -> int:
        """Rows to show at once: those with an answer or a problem, and the next one."""
        last = max((n for n, row in enumerate(self.rows, 1) if any(q.value or q.problem for q in row)), default=0)
        return min(last + 1, len(self.rows))

    @property
    def shown(self) -> tuple[tuple[Question, ...], ...]:
        return self.rows[: self.used]

    @property
    def folded(self) -> tuple[tuple[Question, ...], ...]:
        return self.rows[self.used :]


Part = Question | Choices | Roster


@dataclass(frozen=True)
class Section:
    """The questions of one page of the form."""

    page: int  # from 1
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Asking:
    """What a reader of ``language`` is asked, with what was answered so far and what is wrong with it."""

    detection: Detection
    reviews: Reviews
    language: str
    answers: Mapping[str, str] = field(default_factory=dict)  # by id of field
    problems: Mapping[str, Problem] = field(default_factory=dict)  # by id of field, or of a question with boxes

    def sections(self) -> list[Section]:
        """Everything, in the order of the form."""
        pages = range(len(self.detection.pages))
        found = (Section(page + 1, tuple(self._parts(page))) for page in pages)
        return [section for section in found if section.parts]

    def mistaken(self) -> list[Question | Choices]:
        """The questions whose answers have to be changed."""
        found: list[Question | Choices] = []
        for one in self.detection.fields:
            group = self.detection.groups_by_member.get(one.id)
            if group and group.id in self.problems and group.members[0] == one.id:
                found.append(self._choices(group))
            if one.id in self.problems:
                found.append(self._question(one))
        return found

    def answered(self) -> list[Question]:
        """The questions that have an answer."""
        return [self._question(field) for field in self.detection.fields if self.answers.get(field.id, "").strip()]

    @cached_property
    def _by_id(self) -> dict[str, Field]:
        return {field.id: field for field in self.detection.fields}

    def _parts(self, page: int) -> Iterator[Part]:
        begun: set[str] = set()
        for one in self.detection.fields:
            if one.page != page:
                continue
            group = self.detection.groups_by_member.get(one.id)
            if group is None:
                yield self._question(one)
            elif group.id not in begun:
                begun.add(group.id)
                yield self._of_group(group)

    def _of_group(self, group: Group) -> Part:
        if group.kind is GroupKind.OPTIONS:
            return self._choices(group)
        by_id = self._by_id
        label, beside = self._label(group.id, group.label)
        rows = (tuple(self._question(by_id[key]) for key in row if key in by_id) for row in group.rows)
        return Roster(group.id, label, beside, tuple(row for row in rows if row))

    def _choices(self, group: Group) -> Choices:
        label, beside = self._label(group.id, group.label)
        return Choices(
            group.id,
            label,
            beside,
            options=tuple(self._question(self._by_id[key]) for key in group.members if key in self._by_id),
            single=group.single,
            required=self.reviews.get(group.id, Review()).required,
            problem=self.problems.get(group.id),
        )

    def _question(self, one: Field) -> Question:
        review = self.reviews.get(one.id, Review())
        label, beside = self._label(one.id, one.label)
        return Question(
            field=one,
            label=label,
            beside=beside,
            help=self._help(review),
            required=review.required,
            value=self.answers.get(one.id, ""),
            problem=self.problems.get(one.id),
        )

    def _label(self, key: str, printed: str) -> tuple[LocalText, LocalText | None]:
        """In the reader's language where an editor gave it; the printed one stays beside it, to find it on the form."""
        chinese = LocalText(printed, default_language(), self.language)
        translated = self._first(self.reviews.get(key, Review()).label, self._others())
        return (translated, chinese) if translated else (chinese, None)

    def _help(self, review: Review) -> LocalText | None:
        return self._first(review.help, [*self._others(), default_language()])

    def _others(self) -> list[str]:
        """Which languages somebody reads who reads no Chinese: the own one first, then any that there is."""
        return [] if self.language == default_language() else [self.language, *other_languages()]

    def _first(self, words: Callable[[str], str], languages: Iterable[str]) -> LocalText | None:
        found = ((text, language) for language in languages if (text := words(language)))
        return next((LocalText(text, language, self.language) for text, language in found), None)
