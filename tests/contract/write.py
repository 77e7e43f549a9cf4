"""Writes docs/contract.md: collects the tests, runs none, and puts what they prove into tables.

``python -m tests.contract.write [FILE]``, from the repository's root.
"""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from .matrix import Line, missing, missing_of_responses, page

ROOT = Path(__file__).parents[2]
FOLDERS = ("tests/api", "tests/clients", "tests/contract")


class _Proofs:
    """A plugin that keeps what the collected tests prove."""

    def __init__(self) -> None:
        self.lines: dict[Line, None] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            # Marks nearest to the function come first; the page wants them in the order of the file.
            for mark in reversed(list(item.iter_markers("proves"))):
                proof = mark.args[0]
                file, name = item.path.relative_to(ROOT).as_posix(), item.name.partition("[")[0]
                self.lines[Line(proof.places, proof.subject, proof.verdict, proof.note, file, name)] = None


def collect() -> list[Line]:
    """Every line that a test proves, in the order of the tests. Raises RuntimeError when collecting fails."""
    proofs, output = _Proofs(), io.StringIO()
    folders = [str(ROOT / folder) for folder in FOLDERS]
    with redirect_stdout(output):
        status = pytest.main(["--collect-only", "-q", f"--rootdir={ROOT}", *folders], plugins=[proofs])
    if status != pytest.ExitCode.OK:
        raise RuntimeError(output.getvalue()[-2000:])
    return list(proofs.lines)


def main(target: Path) -> None:
    """Write the page to ``target``. Ends with a message when a parameter is not proved."""
    lines = collect()
    if unproved := missing(lines) + missing_of_responses(lines):
        sys.exit(f"No test proves what happens to: {', '.join(unproved)}")
    target.write_text(page(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "contract.md")
