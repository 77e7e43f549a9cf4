"""What each style costs on a scene with much in it: time, warm, to encoded PNG; peak memory with 3 partials."""

from __future__ import annotations

import io
import resource
import subprocess
import sys

import msgspec

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.engines.composer.styles.registry import names
from aquatint.imaging.png import write_png
from aquatint.sizes import Size
from bench.composer import LARGE, SQUARE
from bench.table import best_of, show

PROMPT = "a red fox in a snowy pine forest at dusk"
REFERENCE = "storybook"
"""The style that the others are compared with: what a scene has by default."""


def draw(style: str, size: Size, partials: int = 0) -> None:
    """Compose, style and encode one picture, and the partial images on the way."""
    scene = msgspec.structs.replace(author(PROMPT, seed=7).scene, style=style)
    for moment in render(scene, size, partials=partials):
        for pixels in moment.partials:
            write_png(io.BytesIO(), pixels)
        if moment.progress >= 1:
            write_png(io.BytesIO(), moment.look())


def _peak(style: str) -> int:
    """Megabytes that a process of its own has at most while it draws at 3840x2160 with three partials."""
    command = [sys.executable, "-m", "bench.styles", style]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _row(style: str, reference: float) -> tuple[str, ...]:
    small = best_of(3, lambda: draw(style, SQUARE))
    large = best_of(1, lambda: draw(style, LARGE))
    return style, f"{small:.0f} ms", f"{small / reference:.1f}", f"{large:.0f} ms", f"{_peak(style)} MB"


def main() -> None:
    """Print the table."""
    draw(REFERENCE, SQUARE)
    reference = best_of(3, lambda: draw(REFERENCE, SQUARE))
    rows = [_row(style, reference) for style in names()]
    head = ("style", str(SQUARE), f"to {REFERENCE}", str(LARGE), "peak, 3 partials")
    show("Styles on a scene with much in it", head, rows)


if __name__ == "__main__":
    draw(sys.argv[1], LARGE, 3)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
