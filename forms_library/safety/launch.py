"""Turns into another program after limits are set: ``python -P -m forms_library.safety.launch LIMITS PROGRAM …``."""

import os
import sys

from .limits import Limits


def main() -> None:
    Limits.from_argument(sys.argv[1]).apply()
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606 - the program is named by our own code


if __name__ == "__main__":
    main()
