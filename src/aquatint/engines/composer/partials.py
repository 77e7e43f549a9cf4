"""True states of a picture in the making, for callers who want to see it grow.

While a picture is composed, copies of the canvas are kept: after each stage of its layout, and, since a layout may
have two stages only, after some of the strokes between. An end of a stage that is due is handed out as soon as
something more is drawn, for then it is not the finished picture; at the end the rest are chosen so that they lie
well apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from aquatint.engines.composer.drawing.watch import WatchedCanvas, blank, straight
from aquatint.engines.composer.graphics.overprint import Held, overprint
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

WISHED: dict[int, tuple[float, ...]] = {0: (), 1: (0.55,), 2: (0.35, 0.75), 3: (0.2, 0.5, 0.8)}
"""How far the picture should have come, by how many states are wanted: ground, with shapes, with some words."""
IN_STAGE, IN_ALL = 6, 6
"""Copies kept of one stage, and of the whole."""
EARLY = 0.15
"""So much earlier than wished the end of a stage may come to be handed out."""
RAGGED = 0.08
"""What a state in the middle of a stage costs beside one at its end, in shares of the way."""


class State(NamedTuple):
    """The canvas, premultiplied, and the number of words held back; how far it had come; whether a stage ended."""

    pixels: Pixels
    words: int
    progress: float
    whole: bool


class Witness:
    """Watches one picture being composed on its ``canvas``.

    ``words`` is the list that `held_back` fills; ``window`` (left, top, right, bottom) the part that will be seen;
    ``wished`` how far the picture should have come when a state is handed out. What ``patient`` eyes see is how
    strokes grow, too.
    """

    def __init__(
        self,
        size: Size,
        words: list[Held],
        window: tuple[int, int, int, int],
        wished: Sequence[float],
        *,
        patient: bool = False,
    ) -> None:
        self.pixels = blank(size)
        self.canvas = WatchedCanvas(self.pixels, self._stroke, patient=patient)
        self._words = words
        self.window = window
        left, top, right, bottom = window
        self._seen = slice(top, bottom), slice(left, right)
        self._states: list[State] = []
        self._progress = 0.0
        self.due, self.shown = list(wished), 0.0
        """Of the states that are still to be handed out; how far the last one had come that was."""
        self._begin_stage()

    def _begin_stage(self) -> None:
        self._strokes, self._step = 0, 1
        self._stage: list[State] = []

    def _stroke(self) -> None:
        self._strokes += 1
        if self._strokes % self._step == 0 and self._is_new():
            self._stage.append(State(self.pixels.copy(), len(self._words), self._strokes, whole=False))
            if len(self._stage) > IN_STAGE:
                self._stage = self._stage[::2]
                self._step *= 2

    def _is_new(self) -> bool:
        kept = [*self._states[-1:], *self._stage[-1:]]
        return not self._same(kept[-1]) if kept else bool(self.pixels[self._seen].any() or self._words)

    def _same(self, state: State) -> bool:
        """Whether a state looks as the canvas does now."""
        same_words = state.words == len(self._words)
        return same_words and np.array_equal(state.pixels[self._seen], self.pixels[self._seen])

    def end_stage(self, progress: float) -> None:
        """Keep what the canvas shows now, ``progress`` 0..1 of the way."""
        way = (progress - self._progress) / max(1, self._strokes + 1)
        found = [state._replace(progress=self._progress + state.progress * way) for state in self._stage]
        if self._is_new():
            found.append(State(self.pixels.copy(), len(self._words), progress, whole=True))
        self._states += found
        over = [state for state in self._states[:-1] if state.progress <= self.shown]
        self._states = self._states[len(over) :]
        while len(self._states) > IN_ALL:
            del self._states[_least_telling(self._states)]
        self._progress = progress
        self._begin_stage()

    def ripe(self) -> list[Pixels]:
        """The ends of stages that are due, now that something was drawn after them."""
        found = []
        for state in self._states:
            late = state.progress > self.shown and bool(self.due) and state.progress >= self.due[0] - EARLY
            if late and state.whole and not self._same(state):
                self.due.pop(0)
                self.shown = state.progress
                found.append(self._printed(state))
        return found

    def rest(self, *, finished: bool) -> list[Pixels]:
        """The states that are still due, without the present one if it is ``finished``, as no style follows.

        Fewer where there are not so many.
        """
        later = [state for state in self._states if state.progress > self.shown]
        later = [state for state in later if not (finished and self._same(state))]
        wished = self.due[: len(later)]
        chosen = min(combinations(later, len(wished)), key=lambda states: _cost(states, wished))
        return [self._printed(state) for state in chosen]

    def forget(self) -> None:
        """Let go of all kept states: nothing more is wanted, and at 3840x2160 each is 33 MB."""
        self._states, self._stage = [], []

    def _printed(self, state: State) -> Pixels:
        """Straight alpha, words printed."""
        return overprint(straight(state.pixels), self._words[: state.words])


def _cost(states: Sequence[State], wished: Sequence[float]) -> float:
    pairs = zip(states, wished, strict=True)
    return sum(abs(state.progress - wish) + (0.0 if state.whole else RAGGED) for state, wish in pairs)


def _least_telling(states: Sequence[State]) -> int:
    """The state whose neighbours are nearest to each other; never the last."""

    def room(index: int) -> float:
        before = states[index - 1].progress if index else 0.0
        return states[index + 1].progress - before + (RAGGED if states[index].whole else 0.0)

    return min(range(len(states) - 1), key=room)
