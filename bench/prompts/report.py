"""The tables of the prompt bench."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from aquatint.engines.composer.planner.author import Authored, author
from bench.prompts.cases import Case, load
from bench.prompts.checks import ASPECTS, check
from bench.table import show

_MOST = 70
"""Words listed with ``--misses``."""


@dataclass(slots=True)
class Score:
    """What a set of prompts came to."""

    prompts: int = 0
    right: int = 0
    """Prompts of which every expectation is met."""
    whole: int = 0
    """Those of which no word is left undrawn besides."""
    empty: int = 0
    seconds: float = 0.0
    words: Counter[str] = field(default_factory=Counter)
    """Content words by fate."""
    aspects: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    """Prompts that ask for an aspect: how many, and how many got it right."""
    undrawn: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)


def _is_empty(made: Authored) -> bool:
    """Whether nothing that was asked for is in the picture."""
    return not (
        made.scene.items or made.scene.texts or made.scene.steps or made.reading.drawn or made.reading.approximated
    )


def _add(score: Score, case: Case) -> None:
    started = time.perf_counter()
    made = author(case.prompt, seed=1)
    score.seconds += time.perf_counter() - started
    score.prompts += 1
    score.empty += _is_empty(made)
    for fate in ("drawn", "approximated", "undrawn"):
        score.words[fate] += len(getattr(made.reading, fate))
    score.undrawn.update(made.reading.undrawn)
    _judge(score, case, made)


def _judge(score: Score, case: Case, made: Authored) -> None:
    verdicts: dict[str, bool] = {}
    for expected in case.expected:
        for aspect, met in check(made, expected):
            verdicts[aspect] = verdicts.get(aspect, True) and met
            if not met:
                score.failures.append((f"{aspect}: {expected}", case.prompt))
    for aspect, met in verdicts.items():
        score.aspects[aspect][0] += 1
        score.aspects[aspect][1] += met
    score.right += all(verdicts.values())
    score.whole += all(verdicts.values()) and not made.reading.undrawn


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _rows(scores: Sequence[Score]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("prompts", *(str(score.prompts) for score in scores))]
    rows.append(("everything right", *(_share(score.right, score.prompts) for score in scores)))
    rows.append(("and no word undrawn", *(_share(score.whole, score.prompts) for score in scores)))
    for fate in ("drawn", "approximated", "undrawn"):
        shares = (_share(score.words[fate], score.words.total()) for score in scores)
        rows.append((f"words {fate}", *shares))
    for aspect in ASPECTS:
        shares = (_share(score.aspects[aspect][1], score.aspects[aspect][0]) for score in scores)
        rows.append((f"{aspect} ({'/'.join(str(score.aspects[aspect][0]) for score in scores)})", *shares))
    rows.append(("empty", *(_share(score.empty, score.prompts) for score in scores)))
    rows.append(
        ("mean planning time", *(f"{1000 * score.seconds / max(1, score.prompts):.2f} ms" for score in scores))
    )
    return rows


def main(*, misses: bool = False) -> None:
    """Print the table, and with ``misses`` the failures of the tuned prompts."""
    author("a warm start", seed=1)
    tuned, held_out = Score(), Score()
    for case in load():
        _add(held_out if case.held_out else tuned, case)
    show("Prompts understood", ("measure", "tuned", "held out"), _rows((tuned, held_out)))
    if misses:
        print("\nUndrawn most often:", ", ".join(f"{word} {n}" for word, n in tuned.undrawn.most_common(_MOST)))
        for failure, prompt in sorted(tuned.failures):
            print(f"{failure:34} {prompt}")
