"""docs/contract.md is what the tests prove, and they prove something of every parameter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from contract.matrix import PLACES, Line, missing, page

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date(tmp_path: Path) -> None:
    target = tmp_path / "contract.md"
    command = [sys.executable, "-m", "tests.contract.write", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    committed = (ROOT / "docs" / "contract.md").read_text()
    assert target.read_text() == committed, "docs/contract.md is out of date. Write it again: make contract"


def line(subject: str, verdict: str = "honoured", places: tuple[str, ...] = tuple(PLACES)) -> Line:
    return Line(places, subject, verdict, "it does, `this`", "tests/contract/test_a.py", "test_it")


def test_a_parameter_without_a_proof_is_found() -> None:
    names = ["model", "prompt", "image, images, mask", "size", "n", "quality", "output_format", "background"]
    names += ["moderation", "input_fidelity", "stream", "partial_images", "safety_identifier", "user", "seed"]
    names += ["aquatint", "aquatint[plan]", "output_compression", "response_format", "style", "markup"]
    lines = [line(name) for name in names]
    newer = line("complexity, frame_count, frame_duration_ms, svg", "differs")
    assert missing([*lines, newer]) == []
    assert missing([entry for entry in lines if entry.subject != "n"] + [newer]) == [
        "n (generations)",
        "n (edits, multipart)",
        "n (edits, JSON)",
    ]
    assert missing([*lines, line(newer.subject, places=("generations",))])[0] == "frame_count (edits, multipart)"


def test_the_page_has_every_line_where_it_belongs() -> None:
    text = page(
        [
            line("n"),
            line("n", "refused"),
            line("size", "differs", ("edits, multipart", "edits, JSON")),
            line("an engine that crashes", "decided", ("Server",)),
        ]
    )
    assert "| `n` | honoured | honoured | honoured |" in text
    assert "| `size` |  | differs | differs |" in text
    assert "| `n` | everywhere | refused | it does, `this` | [test_it](../tests/contract/test_a.py) |" in text
    assert "| an engine that crashes | decided |" in text.partition("## Server")[2]
    assert "- **`size`** (edits): it does, `this`." in text.partition("## Where we differ")[2]
    assert "- **an engine that crashes**: it does" in text.partition("## Undocumented there")[2]
