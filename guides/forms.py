"""The editing form of an item: drafts may be incomplete, publishing may not."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from .lint.rule import Finding
from .lint.running import refusals


class GuideForm(WagtailAdminPageForm):
    """Refuses to publish (or to submit for review) an item in which a required element is empty, and names it.

    A published item is not changed without a reason.
    """

    def is_valid(self) -> bool:
        valid: bool = super().is_valid()
        if not valid or self.is_deferred_validation:
            return valid
        has_no_reason = self._has_no_reason()
        found = refusals(self.facts())
        if found:  # an error of the whole form makes Wagtail list all errors above it
            self.add_error(None, _("The item cannot be published yet: something is missing."))
        for finding in found:
            self._refuse(finding)
        return not found and not has_no_reason

    def _has_no_reason(self) -> bool:
        from .responsibility.reasons import reason_is_missing, reason_wanted  # noqa: PLC0415 -- it reads the models

        is_missing = reason_is_missing(self)
        if is_missing:
            self.add_error("change_reason", reason_wanted())
        return is_missing

    def save(self, commit: bool = True) -> Any:
        """Drafts and previews show the words of the registry for what is written now."""
        from .statutes.linking import link_in_memory  # noqa: PLC0415 -- it reads the models

        page = super().save(commit=commit)
        link_in_memory(page)
        return page

    def facts(self) -> dict[str, Any]:
        """The submitted values and rows, as the rules read them."""
        facts = {**self.cleaned_data}
        for relation, formset in self.formsets.items():
            facts[relation] = [f.cleaned_data for f in formset.forms if _is_kept(f)]
        facts["topics"] = list(self.cleaned_data.get("topics") or ())
        return facts

    def _refuse(self, finding: Finding) -> None:
        if finding.place in self.fields:
            self.add_error(finding.place, finding.message)
        else:
            self.formsets[finding.place].non_form_errors().append(finding.message)
            self.add_error(None, finding.message)


def _is_kept(form: Any) -> bool:
    return bool(form.has_changed() or form.instance.pk) and not form.cleaned_data.get("DELETE")
