"""Looks of people: words for hair, beards and skin, and the attributes that they set."""

from __future__ import annotations

import functools
from itertools import product

from aquatint.engines.composer.lexicon.tables import table


@functools.cache
def look_words() -> dict[str, dict[str, str]]:
    """Attributes by word or compound: single ones from the table, and hair of every cut and colour."""
    data = table("words/qualities")
    found: dict[str, dict[str, str]] = {word: dict(values) for word, values in data["looks"].items()}
    cuts: dict[str, str] = data["cuts"]
    colours = {name.removesuffix(" hair"): code for name, code in data["hair"].items() if name.endswith(" hair")}
    for cut, haircut in cuts.items():
        found.setdefault(f"{cut} hair", {"haircut": haircut})
        found.setdefault(f"{cut} haired", {"haircut": haircut})
        for colour, code in colours.items():
            found.setdefault(f"{cut} {colour} hair", {"haircut": haircut, "hair": code})
    lengths = data["lengths"]["names"]
    for length, (cut, haircut) in product(lengths, cuts.items()):
        if cut not in lengths:
            found.setdefault(f"{length} {cut} hair", {"haircut": haircut})
            for colour, code in colours.items():
                found.setdefault(f"{length} {cut} {colour} hair", {"haircut": haircut, "hair": code})
    for (shape, beard), (shade, code) in product(data["beards"].items(), data["beard_colours"].items()):
        found.setdefault(f"{shape} {shade} beard".strip(), {"beard": beard, "hair": code})
    return found
