"""Which pages anybody may read."""

from functools import cache
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import Page, PageViewRestriction


def public(model: type[Page]) -> Any:
    """Pages that are live, and neither behind a login nor a password, nor below one that is.

    Wagtail's ``.public()`` first asks for all restrictions: a query more for each list on a page.
    """
    return _public(model).all()  # type: ignore[arg-type]  # a class can be hashed


@cache
def _public(model: Any) -> Any:
    """Never evaluated, only copied: to build it takes as long as the query itself."""
    path: Any = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(below=path).filter(below__startswith=F("page__path"))
    return model._default_manager.filter(~Exists(restrictions), live=True)
