"""Relations that mean another one to some things."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.planner.meant import meant, rows


@pytest.mark.parametrize(
    ("subject", "said", "target", "expected"),
    [
        ("boy", "through", "telescope", "-beside"),
        ("boy", "in", "puddle", "on"),
        ("swing", "on", "tree", "hanging from"),
        ("hammock", "on", "tree", "beside"),
        ("boy", "on", "television", "facing"),
        ("cat", "on", "television", "on"),
        ("woman", "under", "umbrella", "holding"),
        ("cat", "under", "umbrella", "under"),
        ("cat", "under", "street lamp", "under"),
    ],
)
def test_a_relation_means_what_its_things_make_of_it(subject: str, said: str, target: str, expected: str) -> None:
    assert meant(said, nouns()[subject], nouns()[target]) == expected


def test_what_is_looked_over_stands_between() -> None:
    boy, hedge, tower = (nouns()[key] for key in ("boy", "hedge", "tower"))
    assert meant("facing", boy, hedge, "above") == "behind"
    assert meant("facing", boy, hedge) == "facing"
    assert meant("facing", boy, tower, "above") == "facing"


def test_every_row_names_known_nouns() -> None:
    assert [name for row in rows() for name in (*row.of, *row.to) if name not in nouns()] == []
