"""What a test proves of the contract: the lines from which docs/contract.md is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pytest

Verdict = Literal["honoured", "refused", "differs", "decided"]


@dataclass(frozen=True, slots=True)
class Proof:
    """One line: what happens to ``subject`` at each of ``places``."""

    places: tuple[str, ...]
    subject: str
    verdict: Verdict
    note: str


def proves(places: str | Sequence[str], subject: str, verdict: Verdict, note: str) -> pytest.MarkDecorator:
    """Mark a test as the proof of a line of the contract.

    ``places``: endpoints (`live.calls.ALL`) or another table's name; ``subject``: the parameter or case.
    honoured: it does what the real service's documents say. refused: it is answered with an error, the note names
    its code. differs: the real service does something else, the note says what and why. decided: the real
    service's documents are silent, the note says what we chose.
    """
    names = (places,) if isinstance(places, str) else tuple(places)
    return pytest.mark.proves(Proof(names, subject, verdict, note))
