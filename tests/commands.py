"""What a command of ``manage.py`` says, and the code that it ends with."""

import io

from django.core.management import call_command


def said_by(command: str) -> tuple[str, int]:
    out = io.StringIO()
    try:
        call_command(command, stdout=out)
    except SystemExit as ended:
        return out.getvalue(), int(ended.code or 0)
    return out.getvalue(), 0
