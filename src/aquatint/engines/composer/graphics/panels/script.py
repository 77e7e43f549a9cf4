"""The script of a page of panels: how many there are, what each shows, and who says what in it.

Panels that the prompt describes one by one ("Panel 1: ...") are read each for itself; their things are those of
the whole scene, so that a character looks the same everywhere. Otherwise all show one scene, from several sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from aquatint.engines.composer.graphics.cues import count_said
from aquatint.engines.composer.graphics.staged import DEFAULT_HOME, staged
from aquatint.engines.composer.lexicon.tables import place_rows
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Camera, Item, Scene, Text

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "last": 9, "final": 9}
MOST = 9
_UNIT = r"(?:panel|frame|shot|scene|picture|image)"
_COUNT = re.compile(rf"\b(\d|{'|'.join(NUMBERS)})[\s-]+{_UNIT}s?\b", re.IGNORECASE)
_MARK = re.compile(
    rf"\b{_UNIT}\s*(?:\d|{'|'.join(NUMBERS)})\b\s*[:.,)–—-]*\s*(?:shows?|is)?\s*"
    rf"|\b(?:in\s+)?the\s+(?:{'|'.join(ORDINALS)})\s+{_UNIT}\s*[:,]?\s*(?:shows?|is)?\s*",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:titled?|entitled|called|headline|heading)\b[^\"“'‘]{0,12}$", re.IGNORECASE)
_CAPTION = re.compile(r"\b(?:caption(?:ed)?|narration|narrator|box|reads?)\b[^\"“'‘]{0,16}$", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them)\b", re.IGNORECASE)
_SAYING = re.compile(r"\b(?:say|says|said|saying|asks?|shouts?|yells?|whispers?|thinks?|replies|answers?|cries)\b")
_QUOTES = "\"'“”‘’« "
VIEWS: tuple[Camera, ...] = ("eye", "close", "wide", "eye", "close", "low")


class Speech(NamedTuple):
    """Words in a panel."""

    text: Text
    speaker: str
    """The id of the item that says it, or "" for a caption."""


class Panel(NamedTuple):
    """One picture of the page."""

    scene: Scene
    speeches: tuple[Speech, ...]
    caption: str
    """The prompt's own description of it, or ""."""


class Script(NamedTuple):
    """The whole page."""

    title: tuple[Text, ...]
    panels: tuple[Panel, ...]


def read_script(scene: Scene, default: int) -> Script:
    """The panels of a scene; ``default`` is how many there are when the prompt does not say."""
    pieces = descriptions(scene.prompt)
    count = min(MOST, len(pieces) or count_panels(scene.prompt) or default)
    title = tuple(text for text in scene.texts if _before(scene.prompt, text, _TITLE))
    spoken = [text for text in scene.texts if text not in title]
    shown = _described_all(scene, pieces[:count]) if pieces else [_viewed(scene, i) for i in range(count)]
    shares = _share(spoken, pieces, count)
    turns = {text.content: turn for turn, text in enumerate(spoken)}
    panels = [
        Panel(each, tuple(_speech(scene, each, text, turns[text.content]) for text in texts), piece)
        for each, texts, piece in zip(shown, shares, pieces[:count] or [""] * count, strict=True)
    ]
    return Script(title, tuple(panels))


def count_panels(prompt: str) -> int:
    """How many panels the prompt asks for, or 0."""
    found = _COUNT.search(prompt)
    if found is None:
        return 0
    word = found.group(1).lower()
    return NUMBERS.get(word) or int(word)


def descriptions(prompt: str) -> list[str]:
    """What the prompt says of each panel: the passages after "Panel 1:", "in the second panel" and so on."""
    marks = list(_MARK.finditer(prompt))
    if len(marks) < 2:
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(prompt)]
    pieces = [prompt[mark.end() : end].strip(" \n.;,") for mark, end in zip(marks, ends, strict=True)]
    return [piece for piece in pieces if piece]


def _before(prompt: str, text: Text, cue: re.Pattern[str]) -> bool:
    at = prompt.find(text.content)
    return at > 0 and cue.search(prompt[:at].rstrip(_QUOTES)) is not None


def _described_all(scene: Scene, pieces: Sequence[str]) -> list[Scene]:
    """The scenes of all descriptions. What one leaves open is as the words before them say, or as it was last."""
    before = scene.prompt[: scene.prompt.find(pieces[0])]
    opening = author(before, seed=scene.seed).scene
    place = opening.backdrop if _names_place(before, opening) else ""
    shown = []
    for piece in pieces:
        shown.append(_described(scene, opening, piece, place))
        place = shown[-1].backdrop
    return shown


def _described(scene: Scene, opening: Scene, piece: str, place: str) -> Scene:
    own = author(piece, seed=scene.seed).scene
    items = _same(own.items, scene.items)
    lead = scene.items[:1]
    if _PRONOUN.search(piece) and lead and lead[0].id not in {item.id for item in items}:
        items = lead + items
    named = _names_place(piece, own)
    base = staged(msgspec.structs.replace(scene, backdrop="studio", items=items))
    home = base.backdrop if base else DEFAULT_HOME
    return msgspec.structs.replace(
        scene,
        items=items,
        texts=[],
        backdrop=own.backdrop if named else place or home,
        time=own.time if own.time != "day" else opening.time,
        weather=own.weather if own.weather != "clear" else opening.weather,
        season=own.season or opening.season,
        camera=own.camera,
    )


def _names_place(words: str, scene: Scene) -> bool:
    """Whether words say where the scene is, so that its backdrop is not just the home of its things."""
    row = place_rows().get(scene.backdrop, {})
    text = f" {' '.join(re.findall(r'[a-z]+', words.lower()))} "
    return count_said(text, [*row.get("also", ()), *row.get("like", ())]) > 0


def _same(items: Sequence[Item], cast: Sequence[Item]) -> list[Item]:
    """The items of one panel under the ids of the whole scene, so that they look alike in all panels."""
    known = {item.noun: item for item in reversed(cast)}
    renamed = {item.id: known[item.noun].id if item.noun in known else item.id for item in items}
    return [
        msgspec.structs.replace(
            item,
            id=renamed[item.id],
            target=renamed.get(item.target, ""),
            colour=item.colour or (known[item.noun].colour if item.noun in known else ""),
            attributes={**(known[item.noun].attributes if item.noun in known else {}), **item.attributes},
        )
        for item in items
    ]


def _viewed(scene: Scene, index: int) -> Scene:
    """One scene from another side: everything, then one thing near, from afar..."""
    base = staged(scene) or msgspec.structs.replace(scene, backdrop=DEFAULT_HOME)
    view = VIEWS[index % len(VIEWS)]
    items = base.items
    if view == "close" and items:
        lead = items[(index // 2) % len(items)]
        items = [msgspec.structs.replace(lead, relation="", target="", count=min(lead.count, 2))]
    return msgspec.structs.replace(base, items=items, texts=[], camera=view)


def _share(texts: Sequence[Text], pieces: Sequence[str], count: int) -> list[list[Text]]:
    """The words of each panel: those quoted in its description, the others dealt out in order."""
    shares: list[list[Text]] = [[] for _ in range(count)]
    loose = []
    for text in texts:
        at = next((i for i, piece in enumerate(pieces[:count]) if text.content in piece), None)
        if at is None:
            loose.append(text)
        else:
            shares[at].append(text)
    for index, text in enumerate(loose):
        shares[index * count // max(count, len(loose)) if len(loose) > count else index].append(text)
    return shares


def _speech(scene: Scene, panel: Scene, text: Text, turn: int) -> Speech:
    """Who says it: the thing named between the words before and these, else one after the other."""
    if text.role == "caption" or _before(scene.prompt, text, _CAPTION) or not panel.items:
        return Speech(text, "")
    before = scene.prompt[: max(0, scene.prompt.find(text.content))].rstrip(_QUOTES)
    clause = re.split(r"[\"“”.:;!?]", before)[-1].lower()
    named = [(clause.rfind(item.word.lower()), item.id) for item in panel.items if item.word.lower() in clause]
    if named and _SAYING.search(clause):
        return Speech(text, max(named)[1])
    return Speech(text, panel.items[turn % len(panel.items)].id)
