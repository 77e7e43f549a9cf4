"""Randomness that stays put: every part of a picture draws from its own stream, named by what it is.

An edit that adds, removes or recolours one part leaves the streams of all other parts alone, so their pixels
stay equal to the last bit.
"""

from __future__ import annotations

import hashlib
import random

import numpy as np


class Chance(random.Random):
    """A stream of random numbers, from which independent named streams fork.

    Has all of `random.Random`: ``uniform``, ``choice``, ``gauss``, ``sample``...
    """

    def __init__(self, seed: int) -> None:
        self.root = seed
        super().__init__(seed)

    def fork(self, *name: str | int) -> Chance:
        """The stream of that name. Depends on this stream's seed and the name only, never on numbers drawn."""
        text = "\x1f".join([str(self.root), *(str(part) for part in name)])
        return Chance(int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big"))

    def vary(self, value: float, share: float) -> float:
        """``value`` times something in 1 - share .. 1 + share."""
        return value * self.uniform(1 - share, 1 + share)

    def array(self) -> np.random.Generator:
        """A NumPy generator with this stream's seed."""
        return np.random.default_rng(self.root)
