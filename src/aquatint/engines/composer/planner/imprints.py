"""The small print of logos and labels: since when there is what they are of, and how much is in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.stated import is_free, title_run
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.planner.texts import claim, content_of
from aquatint.engines.composer.scene import Text

_FOUNDED = re.compile(
    r"\b(?:est(?:\.|ablished)?(?:\s+in)?|since|founded(?:\s+in)?)\s+(?:1[5-9]|20)\d\d\b", re.IGNORECASE
)


def founded(tags: Sequence[Tag], source: str, ledger: Ledger) -> list[Text]:
    """Since when there is what a logo or a label is of: "est. 1921"."""
    found = _FOUNDED.search(source)
    inside = [i for i, tag in enumerate(tags) if found and found.start() <= tag.tokens[0].start < found.end()]
    if found is None or not inside or tags[inside[0]].kind == "quote":
        return []
    content = sentence_case(found[0])
    claim(tags, inside[0], inside[-1] + 1, content, ledger)
    return [Text(role="caption", content=content)]


_AMOUNT = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:g|kg|mg|ml|cl|l|oz|lb|fl oz|%\s?(?:vol|alc|abv)?\.?)(?!\w)", re.IGNORECASE
)


def printed(tags: Sequence[Tag], source: str, ledger: Ledger) -> list[Text]:
    """What labels bear besides their name: how much there is in it ("250 g"), and names right after it."""
    texts: list[Text] = []
    for found in _AMOUNT.finditer(source):
        if is_free(tags, found.start(), found.end(), ledger):
            inside = [i for i, tag in enumerate(tags) if found.start() <= tag.tokens[0].start < found.end()]
            claim(tags, inside[0], inside[-1] + 1, found[0], ledger)
            texts.append(Text(role="caption", content=found[0]))
    for index, each in enumerate(tags[:-1]):
        end = title_run(tags, index + 1, ledger) if each.kind == "quote" else 0
        if end > index + 1:
            content = content_of(tags, index + 1, end, source)
            claim(tags, index + 1, end, content, ledger)
            texts.append(Text(role="subtitle", content=content))
    return texts
