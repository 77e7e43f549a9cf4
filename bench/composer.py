"""How long the composer takes, warm, from prompt to encoded PNG, against the limits we set."""

from __future__ import annotations

import io

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.imaging.png import write_png
from aquatint.sizes import Size
from bench.table import best_of, show

SQUARE = Size(1024, 1024)
LARGE = Size(3840, 2160)

CASES = (
    ("graphic", SQUARE, 60, "poster 'SUMMER SALE - 50% OFF' with a palm tree, retro"),
    ("graphic", SQUARE, 60, "birthday card for Maya turning 7 with balloons and a cake"),
    ("graphic", SQUARE, 60, "infographic: water cycle with 4 labelled steps"),
    ("graphic", SQUARE, 60, "menu for a taco stand: Al Pastor $4, Carnitas $4, Horchata $3"),
    ("graphic", SQUARE, 60, "a logo for a coffee shop named Ember, minimal"),
    ("plain scene", SQUARE, 150, "a cat to the left of a blue car, a tree behind"),
    ("plain scene", SQUARE, 150, "three green apples and two yellow bananas on a wooden table"),
    ("plain scene", SQUARE, 150, "a red fox in a snowy pine forest at dusk"),
    ("plain scene", SQUARE, 150, "a farmer feeding chickens in front of a barn"),
    ("painted", SQUARE, 400, "a watercolor painting of a red fox in a snowy pine forest at dusk"),
    ("painted", SQUARE, 600, "portrait of an old fisherman, oil painting"),
    ("graphic 4K", LARGE, 500, "poster 'SUMMER SALE - 50% OFF' with a palm tree, retro"),
    ("graphic 4K", LARGE, 500, "infographic: water cycle with 4 labelled steps"),
    ("plain scene 4K", LARGE, 1000, "a red fox in a snowy pine forest at dusk"),
    ("painted 4K", LARGE, 2000, "a watercolor painting of a red fox in a snowy pine forest at dusk"),
)


def draw(prompt: str, size: Size) -> None:
    """Plan, compose, style and encode one picture."""
    scene = author(prompt, seed=7).scene
    *_, last = render(scene, size)
    write_png(io.BytesIO(), last.look())


def main() -> None:
    """Print the table."""
    rows = []
    for kind, size, limit, prompt in CASES:
        draw(prompt, size)
        took = best_of(3, lambda prompt=prompt, size=size: draw(prompt, size))  # type: ignore[misc]
        ratio = f"{took / limit:.2f}" if limit else "-"
        rows.append((kind, str(size), f"{took:.0f} ms", f"{limit} ms" if limit else "-", ratio, prompt[:58]))
    show("Composer, warm, plan to PNG (best of 3)", ("kind", "size", "took", "limit", "ratio", "prompt"), rows)
