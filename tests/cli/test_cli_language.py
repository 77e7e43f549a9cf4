"""Telling a server of a language model on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--llm-url", "http://127.0.0.1:1/v1"], "needs both: --llm-url URL --llm-model NAME"),
        (["--llm-url", "127.0.0.1:1", "--llm-model", "m"], "must begin with http://"),
        (["--director", "llm"], "needs a language model: --llm-url URL --llm-model NAME"),
    ],
)
def test_half_a_language_model_is_refused(tmp_path: Path, words: list[str], expected: str) -> None:
    command = [sys.executable, "-m", "aquatint", "serve", "--port", "0", "--data", str(tmp_path), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert expected in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
