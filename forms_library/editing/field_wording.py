"""Words for kinds of fields, for what can be done with them, and for what became of them."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from forms_library.detection.fields import FieldKind, ZoneKind
from forms_library.filling.read_back import Fault
from forms_library.models import FormVersion

KIND_WORDS: dict[FieldKind, Promise] = {
    FieldKind.TEXT: _("Short text"),
    FieldKind.LONG_TEXT: _("Long text"),
    FieldKind.DATE: pgettext_lazy("a kind of field", "Date"),
    FieldKind.OPTION: _("Box to tick"),
    FieldKind.DIGITS: _("Digits in boxes"),
    FieldKind.NUMBER: _("Number"),
    FieldKind.MONEY: _("Amount of money"),
    FieldKind.ID_NUMBER: _("ID card number"),
    FieldKind.CREDIT_CODE: _("Unified social credit code"),
    FieldKind.PHONE: _("Telephone number"),
    FieldKind.POSTCODE: _("Postcode"),
    FieldKind.EMAIL: _("E-mail address"),
}
KINDS = [(kind.value, words) for kind, words in KIND_WORDS.items()]

ZONE_WORDS: dict[ZoneKind, Promise] = {
    ZoneKind.SIGNATURE: _("to sign or stamp"),
    ZoneKind.OFFICE: _("for the office"),
    ZoneKind.PHOTO: _("for a photograph"),
}

STATE_WORDS: dict[str, Promise] = {
    "certain": pgettext_lazy("a field", "Certain"),
    "doubtful": pgettext_lazy("a field", "Doubtful"),
    "confirmed": pgettext_lazy("a field", "Confirmed"),
}
MARKS = {"certain": "○", "doubtful": "?", "confirmed": "✓", "zone": "✕"}  # said by words beside them

DONE_WORDS: dict[str, Promise] = {
    "accept": _("Everything that is certain is confirmed."),
    "suggestions": _("The suggested English names are taken over."),
    "save": _("Saved."),
    "confirm": _("The field is confirmed."),
    "doubt": _("The field has to be looked at again."),
    "suggestion": _("The suggested English name is taken over."),
    "up": _("The field comes earlier now."),
    "down": _("The field comes later now."),
    "delete": _("The field is deleted. You can put it back."),
    "put_back": _("The field is back."),
    "split": _("The field is split. Give the second half a name."),
    "merge": _("The fields are merged."),
    "move": _("The box has a new place."),
    "draw": _("A field was drawn. Give it a name and confirm it."),
    "zone": _("This place is no longer kept free."),
    "join": _("The boxes answer one question now."),
    "question": _("Saved."),
    "take_out": _("The boxes stand alone now."),
    "split_off": _("The boxes are a question of their own now. Give it a name."),
    "dissolve": _("The question is taken apart: each of its boxes stands alone."),
    "undo": _("The last change is undone."),
    "online": _("Saved."),
}

ACTION_WORDS: dict[str, Promise] = {
    "accept": _("accept all that is certain"),
    "suggestions": _("suggested English names"),
    "save": _("words of a field"),
    "confirm": _("confirm a field"),
    "doubt": _("look at a field again"),
    "suggestion": _("suggested English name"),
    "up": _("order of the fields"),
    "down": _("order of the fields"),
    "delete": _("delete a field"),
    "put_back": _("put a field back"),
    "split": _("split a field"),
    "merge": _("merge fields"),
    "move": _("place of a box"),
    "draw": _("draw a field"),
    "zone": _("place kept free"),
    "join": _("put boxes together"),
    "question": _("words of a question"),
    "take_out": _("take boxes out of a question"),
    "split_off": _("split a question"),
    "dissolve": _("take a question apart"),
}

FAULT_WORDS: dict[Fault, Promise] = {
    Fault.NOT_THERE: _("What was written does not stand in its place."),
    Fault.OUTSIDE: _("What was written stands outside its box."),
    Fault.OVER_PRINT: _("What was written stands over printed words."),
}


def version_name(version: FormVersion) -> str:
    """``"Version 2"``"""
    return gettext("Version %(number)s") % {"number": version.number}
