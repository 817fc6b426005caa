"""What a browser sent, checked by a form, or the reasons why it cannot be used."""

from typing import Any

from django import forms

from forms_library.field_reviews.field_set import EditError


class InvalidEditError(EditError):
    """What was sent is not right; ``form`` says what."""

    def __init__(self, form: forms.Form) -> None:
        problems = [str(error) for errors in form.errors.values() for error in errors]
        super().__init__(" ".join(problems))  # type: ignore[arg-type]  # sentences, in the language of the request
        self.form = form


def checked(form: Any) -> Any:
    """The same form, when it is valid. Raises ``InvalidEditError``."""
    if not form.is_valid():
        raise InvalidEditError(form)
    return form
