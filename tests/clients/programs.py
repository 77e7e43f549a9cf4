"""Running clients that live outside this Python: a program, its JSON, and a clear word when it cannot run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from live.calls import SOURCE
from live.pictures import mask_png

CLIENTS = Path(__file__).parent
ROOT = CLIENTS.parent.parent
NODE = CLIENTS / "node"
LITELLM_PYTHON = ROOT / ".venv-litellm" / "bin" / "python"
PROGRAM_SECONDS = 120


@dataclass
class Report:
    """What a program printed: for each case ``value``, or the ``error`` that it met."""

    cases: dict[str, dict[str, Any]]

    def value(self, name: str) -> Any:
        """What the case returned."""
        case = self.cases[name]
        assert "value" in case, case
        return case["value"]

    def error(self, name: str) -> dict[str, Any]:
        """The error that the case ended in."""
        case = self.cases[name]
        assert "error" in case, case
        found: dict[str, Any] = case["error"]
        return found


def run_node(script: str, url: str, folder: Path) -> Report:
    """Run a script of ``tests/clients/node``."""
    assert shutil.which("node"), "There is no node. Install Node 20 or later, then: make test"
    assert (NODE / "node_modules").is_dir(), "The Node clients are not installed. Do it with: make test"
    return _run(["node", str(NODE / script), url, str(folder)], folder)


def run_other_python(script: str, url: str, folder: Path) -> Report:
    """Run a script of ``tests/clients/litellm`` in the second environment."""
    assert LITELLM_PYTHON.exists(), "The environment .venv-litellm is not installed. Do it with: make test"
    command = [str(LITELLM_PYTHON), "-W", "ignore", str(CLIENTS / "litellm" / script), url, str(folder)]
    return _run(command, folder)


def _run(command: list[str], folder: Path) -> Report:
    (folder / "source.png").write_bytes(SOURCE)
    (folder / "mask.png").write_bytes(mask_png(320, 240))
    # No proxy, no key and no telemetry of the machine that runs the tests.
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    environment = {**kept, "NO_PROXY": "*", "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=PROGRAM_SECONDS, env=environment, check=False
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stderr[-4000:]}"
    return Report(json.loads(done.stdout[done.stdout.index("{") :]))
