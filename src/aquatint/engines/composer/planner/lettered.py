"""The words of a picture: titles, names, dates and amounts, each by the reader that knows its kind."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner import imprints, proper, stated, texts
from aquatint.engines.composer.planner.contacts import note_contacts
from aquatint.engines.composer.planner.kinds import Kind
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.setting import Setting
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.scene import Text

FOUNDED = frozenset({"logo", "print", "sticker", "icon"})
"""Kinds of picture that bear the year since when there is what they are of."""


UNNAMED = frozenset({"infographic", "chart", "labelled", "lineup"})
"""Kinds of picture whose word a heading may follow in capitals that is no name."""


def greeting(kind: Kind, setting: Setting, found: Sequence[Text]) -> list[Text]:
    """A birthday card says so, unless the prompt gives it other words."""
    if kind.name != "card" or any(text.role == "title" for text in found) or not setting.occasion:
        return []
    if any(setting.occasion in text.content.lower() for text in found):
        return []
    greeting = table("words/occasions")[setting.occasion].get("greeting", "")
    return [Text(role="title", content=greeting)] if greeting else []


def texts_of(tags: Sequence[Tag], prompt: str, kind: Kind, ledger: Ledger) -> list[Text]:
    """The words to be set, titles first."""
    graphic = kind.name != "scene"
    found = texts.quoted(tags, ledger, graphic=graphic)
    found += texts.named(tags, prompt, ledger, graphic=graphic)
    if kind.name == "card" or any(each.folded in texts.awards() for each in tags):
        found += texts.recipient(tags, prompt, ledger)
    if kind.name == "logo":
        found += proper.owner(tags, prompt, ledger)
    if kind.name in FOUNDED:
        found += imprints.founded(tags, prompt, ledger)
    found += stated.stated(tags, prompt, ledger, graphic=graphic, taken=found)
    at = kind.at if graphic and kind.name not in UNNAMED else -2
    loudly = stated.loud(tags, prompt, ledger, graphic=graphic, taken=found, kind_at=at)
    if (
        loudly
        and kind.name == "cover"
        and prompt[tags[kind.at].tokens[-1].end :].strip().startswith(loudly[0].content)
    ):
        _set_masthead(loudly[0], found)
    found += loudly
    found += proper.proper_names(tags, prompt, kind.name, ledger, found)
    if kind.name == "print":
        found += imprints.printed(tags, prompt, ledger)
    if kind.name in ("poster", "card"):
        found += stated.facts(tags, prompt, ledger, taken=found)
    note_contacts(tags, prompt, kind.name, ledger)
    # Titles first, in whatever order the prompt says them.
    return sorted(found[: texts.TEXT_LIMIT], key=lambda text: text.role != "title")


def is_untitled(found: Sequence[Text]) -> bool:
    """Whether a page has words, but none to head them: dates and numbers alone tell nobody what they are for."""
    return bool(found) and not any(text.role in ("title", "name") for text in found)


def _set_masthead(name: Text, others: Sequence[Text]) -> None:
    """The name of a magazine stands over its headlines: those step back."""
    for text in others:
        text.role = "subtitle" if text.role == "title" else text.role
    name.role = "title"
