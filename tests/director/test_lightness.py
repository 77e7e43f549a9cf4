"""The director reads the composer's words without loading what draws."""

from __future__ import annotations

import subprocess
import sys

CHECK = """
import sys
from aquatint.director.rules import RulesDirector
RulesDirector().open()
print([name for name in ("skia", "numpy", "PIL", "starlette", "sqlalchemy") if name in sys.modules])
"""


def test_no_pixels_are_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", CHECK], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
