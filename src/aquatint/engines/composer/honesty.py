"""The last look at a scene before it is drawn: what cannot be kept is not promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.drawing.colour import Colour, luminance
from aquatint.engines.composer.graphics.isometric import reading as isometric_reading
from aquatint.engines.composer.graphics.panels.acting import read_beats
from aquatint.engines.composer.graphics.panels.script import story_of
from aquatint.engines.composer.graphics.panels.variation import readings
from aquatint.engines.composer.lexicon.absences import is_kept
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.beats import is_order
from aquatint.engines.composer.planner.series import names_series
from aquatint.engines.composer.scene import GLOWING, Reading, Scene
from aquatint.engines.composer.type import face, missing
from aquatint.sizes import Size

DARK = 0.18
"""Luminance below which a background lets a glow be seen."""
HIGH_UP, HIGHEST_HORIZON = (600, 600), 0.25
"""A picture to try it on, and the height of the horizon (share of the picture, from the top) that is high up."""

PANELLED = frozenset({"comic", "storyboard"})
"""Kinds whose panels are read one by one."""


def admit(scene: Scene, reading: Reading) -> None:
    """Move to ``undrawn`` what this scene cannot show after all; changes both in place.

    Words in a script that no packed font has are not set, nor are single characters that none has (emoji in a
    greeting); a picture of a place alone has no subject to cut out, so it is drawn opaque. A view from above in
    which the horizon is still seen is only close to one.
    """
    plain = face("text")
    for content in scene.words():
        lost = missing(content, plain)
        if lost and len(lost) < len(content) / 2 and any(c.isalnum() and c not in lost for c in content):
            reading.undrawn += [c for c in lost if c not in reading.undrawn]
        elif lost:
            _undraw(reading, content)
    if scene.kind in PANELLED:
        _admit_panels(scene, reading)
    elif scene.kind == "series":
        _retell(reading, [(part, {}) for part in readings(scene)])
        reading.undrawn[:] = [word for word in reading.undrawn if not names_series(word)]
    elif scene.kind == "isometric":
        _admit_models(reading, isometric_reading.shown(scene))
    if scene.transparent and scene.kind == "scene" and not scene.items:
        scene.transparent = False
        reading.undrawn.append("transparent background")
    if scene.kind == "scene" and not getattr(backdrops.find(scene.backdrop), "inside", False):
        kept = [name for name in scene.absent if is_kept(name, scene.backdrop)]
        reading.undrawn += [name for name in kept if name not in reading.undrawn]
    if scene.kind == "scene" and scene.camera == "aerial" and not _seen_from_high_up(scene):
        _approximate(reading, table("words/settings")["camera"]["aerial"])
    if scene.backdrop == "studio" and not _is_dark(scene.ground):
        # A halo is not seen on a light background.
        _approximate(reading, [GLOWING])


def _is_dark(ground: str) -> bool:
    return bool(ground) and luminance(Colour.of(ground)) < DARK


def _admit_panels(scene: Scene, reading: Reading) -> None:
    """What becomes of the words of a story is what becomes of them in their own panels."""
    story = story_of(scene)
    if len(story.beats) < 2:
        return
    reads = read_beats(story, scene.seed)
    _retell(reading, [(read.authored.reading, read.told.instead) for read in reads])
    for words in (reading.drawn, reading.approximated, reading.undrawn):
        words[:] = [word for word in words if not is_order(word)]


def _admit_models(reading: Reading, shown: Mapping[str, str]) -> None:
    """Words that models show are told as truly as they show them."""
    for fate in ("undrawn", "approximated", "drawn"):
        words = getattr(reading, fate)
        for word in [word for word in words if word.lower() in shown and shown[word.lower()] != fate]:
            words.remove(word)
            getattr(reading, shown[word.lower()]).append(word)


def _retell(reading: Reading, parts: Sequence[tuple[Reading, Mapping[str, str]]]) -> None:
    """Tell words again as the parts of the picture do, the worst fate of each; those in no part stay as they are.

    Each part comes with the words of the prompt for which some of its words stand.
    """
    fates = ("drawn", "approximated", "undrawn")
    known = {word.lower() for fate in fates for word in getattr(reading, fate)}
    verdicts: dict[str, str] = {}
    for fate in fates:
        for part, instead in parts:
            for word in getattr(part, fate):
                plain = instead.get(word.lower(), word.lower())
                near = fate == "drawn" and plain != word.lower() and not plain.startswith(word.lower()[:3])
                for each in (plain, *plain.split()):
                    verdicts[each] = "approximated" if near else fate
    for fate in fates:
        words = getattr(reading, fate)
        words[:] = [word for word in words if word.lower() not in verdicts]
        words += [word for word, verdict in verdicts.items() if verdict == fate and word in known]


def _undraw(reading: Reading, content: str) -> None:
    reading.drawn[:] = [word for word in reading.drawn if word != content and word not in content]
    if content not in reading.undrawn:
        reading.undrawn.append(content)


def _seen_from_high_up(scene: Scene) -> bool:
    """Whether the scene's place is shown from so high that the ground fills the picture."""
    size = Size(*HIGH_UP)
    return backdrops.find(scene.backdrop).stage(scene, size).horizon < HIGHEST_HORIZON * size.height


def _approximate(reading: Reading, words: Sequence[str]) -> None:
    for word in [word for word in reading.drawn if word.lower().replace("-", " ") in words]:
        reading.drawn.remove(word)
        reading.approximated.append(word)
