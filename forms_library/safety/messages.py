"""What an editor reads when a file is refused: what is wrong with it, and what to do."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .reasons import Reason

MESSAGES: Mapping[Reason, Promise] = {
    Reason.EMPTY: _("The file is empty. Choose another one."),
    Reason.TOO_LARGE: _("The file is larger than 20 MB. Make it smaller, for instance by scanning in black and white."),
    Reason.UNKNOWN_KIND: _("Files of this kind cannot be used. Upload a PDF, DOCX, XLSX, DOC, XLS, PNG or JPEG."),
    Reason.WRONG_NAME: _("The content of the file is not what its name says. Save it again in the right format."),
    Reason.DAMAGED: _("The file is damaged and cannot be read. Open it in its own program and save it again."),
    Reason.ENCRYPTED: _("The file is protected by a password. Remove the protection and upload it again."),
    Reason.ACTIVE: _("The file contains macros, scripts or embedded files. Save it without them and upload it again."),
    Reason.EXTERNAL: _("The file loads something from another place. Remove the link and upload it again."),
    Reason.BOMB: _("The file unpacks to far more than a form can be. It is not used."),
    Reason.TOO_MANY_PAGES: _("The file has more than 60 pages. Upload the form alone."),
    Reason.PAGE_SIZE: _("A page of the file is larger or smaller than any sheet of paper. Save it as A4 or A3."),
    Reason.TOO_DEMANDING: _("The file takes too long or too much memory to read. Make it simpler, or save it again."),
    Reason.INFECTED: _("The virus scanner found something in the file. It is not used."),
    Reason.NOT_SCANNED: _("The virus scanner does not answer. Try again later, or tell whoever runs the hall."),
}
