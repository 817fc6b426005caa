"""From a description to what editors and applicants would have said: reviews of the fields, values of the sample."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from forms_library.detection.fields import Detection, Field, FieldKind, Group
from forms_library.detection.labels import bare
from forms_library.field_reviews.reviews import Review

from .matching import Match
from .model import Description, Place, Term, What

ONE_ANSWER = frozenset({"性别", "婚姻状况"})  # questions of which nobody ticks two boxes


def reviewed(form: Description, match: Match, found: Detection) -> tuple[Detection, dict[str, Review]]:
    """The findings as an editor would leave them: fields and questions called what the form calls them, confirmed."""
    labels = {field.id: _label(form, place, field) for place, field in match.pairs}
    fields = tuple(replace(field, label=labels.get(field.id, field.label)) for field in found.fields)
    reviews = {field.id: _review(form, place, field, labels[field.id]) for place, field in match.pairs}
    terms = {key: (zh, term.en) for zh, term in form.terms.items() for key in (bare(zh), bare(f"{zh}{term.en}"))}
    asked = {group.id: terms[bare(group.label)] for group in found.groups if bare(group.label) in terms}
    groups = tuple(_named(one, asked.get(one.id, (one.label, ""))[0]) for one in found.groups)
    questions = {key: Review(confirmed=True, words={"label_en": en}) for key, (_zh, en) in asked.items()}
    return replace(found, fields=fields, groups=groups), {**reviews, **questions}


def _named(group: Group, label: str) -> Group:
    return replace(group, label=label, single=label in ONE_ANSWER)


def _label(form: Description, place: Place, field: Field) -> str:
    """The label that the machine read, which may say more ("本人声明 日期"), without its English."""
    label = place.blank.label
    return label if form.bilingual or not bare(field.label).endswith(bare(label)) else field.label


def _review(form: Description, place: Place, field: Field, label: str) -> Review:
    term = form.terms.get(place.blank.label, Term())
    return Review(
        confirmed=True,
        required=place.blank.required,
        found_as=field.label if field.label != label else "",
    ).with_words({"label_en": term.en, "help_zh_hans": term.help_zh, "help_en": term.help_en})


def sample_values(form: Description, pairs: Sequence[tuple[Place, Field]]) -> dict[str, str]:
    """What the sample has in each field, by id. Fields of the same label get its values one after the other."""
    used: Counter[str] = Counter()
    ticks = Counter(form.ticks)
    values: dict[str, str] = {}
    for place, field in pairs:
        label = place.blank.label
        if place.blank.what is What.BOX:
            if ticks[label]:
                ticks[label] -= 1
                values[field.id] = "1"
            continue
        given = form.sample.get(label, [])
        if used[label] < len(given):
            values[field.id] = given[used[label]]
            used[label] += 1
    return values


def required(reviews: dict[str, Review], fields: Sequence[Field]) -> list[str]:
    """The ids of the fields that must be filled in."""
    return [one.id for one in fields if one.kind is not FieldKind.OPTION and reviews[one.id].required]
