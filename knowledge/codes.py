"""Code lists that describe bodies and places (docs/data-model: C4, C5, C13)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(TextChoices):
    """C4 行使层级."""

    NATION = "nation", _("National")
    PROVINCE = "province", _("Provincial")
    CITY = "city", _("City")
    COUNTY = "county", _("County or district")
    TOWNSHIP = "township", _("Township or sub-district")
    VILLAGE = "village", _("Village or community")


class BodyNature(TextChoices):
    """C5 实施主体性质."""

    STATUTORY = "statutory", _("Statutory authority")
    AUTHORISED = "authorised", _("Organisation authorised by law")
    ENTRUSTED = "entrusted", _("Entrusted organisation")


class PlaceKind(TextChoices):
    """C13 受理地点分类."""

    SERVICE_CENTRE = "service_centre", _("Government service centre")
    DEPARTMENT_COUNTER = "department_counter", _("Department's own counter")
    OFFICE = "office", _("Office of the body")
    SCENE = "scene", _("Where the case occurred")
    AGENT = "agent", _("Agency point")
    CONVENIENCE_CENTRE = "convenience_centre", _("Township convenience centre")


class TopicAudience(TextChoices):
    """Which of the two topic lists a topic belongs to: C7a 法人主题 or C7b 自然人主题."""

    INDIVIDUAL = "individual", _("Individuals")
    ORGANISATION = "organisation", _("Organisations")


class ThesaurusReason(TextChoices):
    """Why everyday words and official ones differ."""

    COLLOQUIAL = "colloquial", _("How people call it")
    FORMER_NAME = "former_name", _("Former name")
    ABBREVIATION = "abbreviation", _("Abbreviation")
    SPELLING = "spelling", _("Misspelling")
    LIFE_EVENT = "life_event", _("What happened to somebody")
    SAME_ACT = "same_act", _("Another word for the same act")


class ReviewStep(TextChoices):
    """The steps of a department's workflow, in their order."""

    REVIEW = "review", pgettext_lazy("step of a workflow", "Review")
    LEGAL = "legal", pgettext_lazy("step of a workflow", "Legal check")


class Opinion(TextChoices):
    """What a reader says of an answer."""

    SOLVED = "solved", _("It solved my question")
    UNCLEAR = "unclear", _("I do not understand it")
    INCOMPLETE = "incomplete", _("Something is missing")
    OUTDATED = "outdated", _("It is out of date")
    WRONG = "wrong", _("I was told something else at the counter")
    OFF_TOPIC = "off_topic", _("My question was another one")


class ConsultationState(TextChoices):
    """Where a question that came in (咨询) has got to."""

    RECEIVED = "received", _("Waiting for a reply")
    CHECKING = "checking", _("Second look")
    ANSWERED = "answered", _("Answered")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    ERASED = "erased", _("Erased")


class Deed(TextChoices):
    """What was done with a question that came in."""

    RECEIVED = "received", _("Received")
    TRANSFERRED = "transferred", _("Given to another department")
    KEPT = "kept", _("Draft of the reply kept")
    CHECKED = "checked", _("Sent for a second look")
    RETURNED = "returned", _("Returned to the editor")
    ANSWERED = "answered", _("Answered")
    MAILED = "mailed", _("Reply sent by e-mail")
    MARKED = "marked", _("Marked as sensitive")
    UNMARKED = "unmarked", _("No longer marked as sensitive")
    PUBLISHED = "published", _("Draft of a public answer written")
    JUDGED = "judged", _("The asker said whether it helped")
    WITHDRAWN = "withdrawn", _("Withdrawn by the asker")
    CONTACT_REMOVED = "contact_removed", _("Contact removed")
    EXPORTED = "exported", _("Exported by the asker")
    ERASED = "erased", _("Erased by the asker")


class Sign(TextChoices):
    """By what it is seen that something is missing."""

    NOTHING_FOUND = "nothing_found", _("Search that found nothing")
    NEVER_OPENED = "never_opened", _("Search of which nothing was opened")
    AT_THE_DESK = "at_the_desk", _("Question that nobody at a window could answer")
    ASKED = "asked", _("Question of a reader without a public answer")
    DOUBTED = "doubted", _("Answer that did not help")
    TO_REVIEW = "to_review", _("Answer that is due for review")
    HOLE = "hole", _("Item that does not answer what people ask")


class GapState(TextChoices):
    """Where the work on a gap has got to."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Remedy(TextChoices):
    """What closed a gap."""

    EVERYDAY_NAME = "everyday_name", _("An everyday name")
    SYNONYM = "synonym", _("A synonym")
    ANSWER = "answer", _("A written answer")
    ITEM = "item", _("The item was completed")
    NOTHING = "nothing", _("Nothing is to be done")
