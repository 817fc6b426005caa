"""How long a province's list takes: ``python -m tests.bench.import_guides FILE [--profile guangdong]``.

Starts from an empty state directory, runs the commands that an administrator runs, each as a process of its own, and
prints for each its wall-clock seconds and its peak memory in MB, and how many pages the search index then holds.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from portal.environment import BASE_DIR


def measure(command: list[str], state: Path) -> dict[str, float]:
    """Run ``manage.py COMMAND``; raises ``SystemExit`` with what it said when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=BASE_DIR,
        env={**os.environ, "PORTAL_VAR": str(state)},
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"manage.py {' '.join(command)} failed")
    return {"s": round(time.perf_counter() - started, 1), "rss_mb": round(usage.ru_maxrss / 1024)}


def indexed(state: Path) -> int:
    """How many documents the search index holds."""
    code = "from haystack.query import SearchQuerySet; print(SearchQuerySet().count())"
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", code],
        cwd=BASE_DIR,
        env={**os.environ, "PORTAL_VAR": str(state)},
        capture_output=True,
        check=True,
        text=True,
    )
    return int(done.stdout.split()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the import of a list of service items.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--profile", default="guangdong")
    given = parser.parse_args()
    take_over = ["import_guides", str(given.file.resolve()), "--profile", given.profile, "--publish"]
    with tempfile.TemporaryDirectory(prefix="hall-bench-") as folder:
        state = Path(folder)
        figures: dict[str, object] = {
            "first_start": measure(["prepare_hall"], state),
            "dry_run": measure([*take_over, "--dry-run"], state),
            "import": measure(take_over, state),
            "documents": indexed(state),
            "unchanged": measure(take_over, state),
            "second_start": measure(["prepare_hall"], state),
        }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
