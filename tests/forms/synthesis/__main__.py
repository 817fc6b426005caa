"""``python -m tests.forms.synthesis DIR --count 40``: forms for ``python -m tests.bench.forms DIR``."""

import argparse
from pathlib import Path

from .compose import write

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("folder", type=Path)
parser.add_argument("--count", type=int, default=40)
parser.add_argument("--first", type=int, default=1, help="the first seed")
given = parser.parse_args()
write(given.folder, range(given.first, given.first + given.count))
