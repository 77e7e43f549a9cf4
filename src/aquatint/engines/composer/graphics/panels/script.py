"""The script of a page of panels: how many there are, what each shows, and who says what in it.

A story that the prompt tells beat by beat ("Panel 1: ...", "then ...", one sentence after the other) has a panel
for each; otherwise all show one moment, from several sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from aquatint.engines.composer.graphics.panels.acting import Act, acted, alone, viewed
from aquatint.engines.composer.graphics.panels.shots import Shot
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.planner.beats import Story, read_story
from aquatint.engines.composer.planner.kinds import parts_of
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Item, Scene, Text

MOST = 12
"""More panels than this would be stamps."""
ANYBODY = tuple(Item(id=f"person-{number}", noun="person", word="person", art="person:") for number in (1, 2))
"""Who talks if the prompt names nobody."""
_TITLE = re.compile(r"\b(?:titled?|entitled|called|headline|heading)\b[^\"“'‘]{0,12}$", re.IGNORECASE)
_CAPTION = re.compile(r"\b(?:caption(?:ed)?|narration|narrator|box|reads?)\b[^\"“'‘]{0,16}$", re.IGNORECASE)
_WORDLESS = re.compile(
    r"\b(?:without|no) (?:any )?(?:words|text|speech|dialog(?:ue)?|captions?)\b|\bwordless\b", re.I
)
_SAYING = re.compile(
    r"\b(?:say|says|said|saying|asks?|shouts?|yells?|whispers?|thinks?|replies|answers?|cries|screams?|sighs?)\b"
)
_QUOTES = "\"'“”‘’« "


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
    shot: Shot = Shot()


class Script(NamedTuple):
    """The whole page."""

    title: tuple[Text, ...]
    panels: tuple[Panel, ...]

    @property
    def climax(self) -> int:
        """The panel that had better be the largest: the last of those with most in them, but never the first."""
        weights = [len(panel.scene.items) + len(panel.speeches) for panel in self.panels]
        later = range(len(weights) // 2, len(weights))
        return max(later, key=lambda index: (self.panels[index].shot.view != "close", weights[index], index))


def story_of(scene: Scene) -> Story:
    """The beats that the prompt of a page of panels tells."""
    return read_story(scene.prompt, count_panels(scene.prompt, scene.kind))


def read_script(scene: Scene, default: int) -> Script:
    """The panels of a scene; ``default`` is how many there are when the prompt does not say."""
    story = story_of(scene)
    asked = count_panels(scene.prompt, scene.kind)
    pieces = story.beats if len(story.beats) > 1 else ()
    title = tuple(text for text in scene.texts if _is_title(scene, text))
    wordless = _WORDLESS.search(scene.prompt) is not None
    spoken = [] if wordless else [text for text in scene.texts if text not in title]
    heard = [text for text in spoken if not text.panel]
    usual = min(6, max(3, len(heard))) if heard else default
    count = min(MOST, len(pieces) if story.marked else asked or len(pieces) or usual)
    pieces = _gathered(pieces, count)
    if pieces:
        acts = acted(scene, story._replace(beats=pieces))
    else:
        acts = viewed(_peopled(scene) if spoken else scene, count)
    acts, pieces = _filled(acts, pieces, count)
    shares = _share(spoken, pieces, count)
    turns = {id(text): turn for turn, text in enumerate(spoken)}
    talk = len(spoken) > 1
    panels = []
    for act, texts, piece in zip(acts, shares, pieces or ("",) * count, strict=True):
        speeches = tuple(_speech(scene, act.scene, text, turns[id(text)], talk) for text in texts)
        shot = _heard(act, speeches)
        panels.append(Panel(alone(act.scene, shot), speeches, piece, shot))
    return Script(title, tuple(panels))


def _peopled(scene: Scene) -> Scene:
    """Somebody says what is said, where the prompt does not say who."""
    return scene if scene.items else msgspec.structs.replace(scene, items=list(ANYBODY))


def count_panels(prompt: str, kind: str = "comic") -> int:
    """How many panels the prompt asks for, or 0."""
    counted = parts_of(tag(tokenise(prompt)), kind)
    return min(MOST, counted.number) if counted is not None else 0


def _gathered(pieces: Sequence[str], count: int) -> tuple[str, ...]:
    """The pieces as no more than ``count``: neighbours share a panel."""
    if len(pieces) <= count:
        return tuple(pieces)
    cuts = [round(index * len(pieces) / count) for index in range(count + 1)]
    return tuple(", ".join(pieces[start:end]) for start, end in pairwise(cuts))


def _filled(acts: list[Act], pieces: tuple[str, ...], count: int) -> tuple[list[Act], tuple[str, ...]]:
    """As many panels as asked: where the prompt tells fewer beats, some are seen twice, from far and from near."""
    if not pieces or len(acts) == count:
        return acts, pieces
    shown, told = [], []
    for index, (act, piece) in enumerate(zip(acts, pieces, strict=True)):
        times = count * (index + 1) // len(acts) - count * index // len(acts)
        living = [item.id for item in act.scene.items if group_of(item) in LIVING] or [""]
        views = [Shot("whole"), *(Shot("close", name) for name in living), act.shot] * times
        shown += [act] if times == 1 else [act._replace(shot=shot) for shot in views[:times]]
        told += [piece, *[""] * (times - 1)]
    return shown, tuple(told)


def _heard(act: Act, speeches: Sequence[Speech]) -> Shot:
    """The shot that shows who speaks."""
    speakers = {speech.speaker for speech in speeches if speech.speaker}
    if act.shot.view != "close" or not speakers or speakers == {act.shot.item}:
        return act.shot
    return Shot("close", speakers.pop()) if len(speakers) == 1 else Shot("group")


def _is_title(scene: Scene, text: Text) -> bool:
    """Whether the prompt calls it the title, or an edit has put it there as one."""
    added = text.role == "title" and not text.panel and text.content not in scene.prompt
    return (added and bool(scene.instructions)) or _before(scene.prompt, text, _TITLE)


def _before(prompt: str, text: Text, cue: re.Pattern[str]) -> bool:
    at = prompt.find(text.content)
    return at > 0 and cue.search(prompt[:at].rstrip(_QUOTES)) is not None


def _share(texts: Sequence[Text], pieces: Sequence[str], count: int) -> list[list[Text]]:
    """The words of each panel: those quoted in its description, the others dealt out in order."""
    shares: list[list[Text]] = [[] for _ in range(count)]
    loose = []
    for text in texts:
        at = next((i for i, piece in enumerate(pieces[:count]) if text.content in piece), None)
        at = min(text.panel, count) - 1 if text.panel else at
        if at is None:
            loose.append(text)
        else:
            shares[at].append(text)
    for index, text in enumerate(loose):
        shares[index * count // max(count, len(loose)) if len(loose) > count else index].append(text)
    return shares


def _speech(scene: Scene, panel: Scene, text: Text, turn: int, talk: bool) -> Speech:
    """Who says it: the thing named between the words before and these, else one after the other."""
    if text.speaker:
        return Speech(text, text.speaker)
    if text.role == "caption" or _before(scene.prompt, text, _CAPTION) or not panel.items:
        return Speech(text, "")
    before = scene.prompt[: max(0, scene.prompt.find(text.content))].rstrip(_QUOTES)
    clause = re.split(r"[\"“”.:;!?]", before)[-1].lower()
    able = _speakers(panel, talk)
    named = [(clause.rfind(item.word.lower()), item.id) for item in able if item.word.lower() in clause]
    if named and _SAYING.search(clause):
        return Speech(text, max(named)[1])
    return Speech(text, able[turn % len(able)].id)


def _speakers(panel: Scene, talk: bool) -> list[Item]:
    """Who may say something: the living; one being and one thing may ``talk`` to each other."""
    living = [item for item in panel.items if group_of(item) in LIVING]
    if len(living) == 1 and talk and len(panel.items) == 2:
        return panel.items
    return living or panel.items
