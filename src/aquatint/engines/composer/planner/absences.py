"""What the prompt asks the picture to be without: "a meadow without trees, no clouds"."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.absences import absence_of
from aquatint.engines.composer.planner.phrases import Parse
from aquatint.engines.composer.planner.tags import Tag

LIMIT = 12
"""Names that a scene may be without."""


def absences(tags: Sequence[Tag], parse: Parse) -> list[str]:
    """What the place is to be shown without."""
    unwanted = [tags[index] for index in sorted(parse.unwanted)]
    names = [absence_of(each.folded, _noun_of(each)) for each in unwanted]
    return list(dict.fromkeys(name for name in names if name))[:LIMIT]


def _noun_of(each: Tag) -> str:
    sense = each.sense("noun")
    return sense.value if sense is not None else ""
