"""Whatever is said, a turn has an answer or a picture, and ends."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aquatint.director.contract import Card
from aquatint.director.rules.words import words

from .talks import Talk


def _entries(value: Any) -> Iterator[str]:
    """All texts in the word lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _entries(each)
    elif isinstance(value, list):
        for each in value:
            yield from _entries(each)


LISTS = {name: value for name, value in words().items() if name not in ("replies", "places")}
PIECES = [
    *sorted({*_entries(LISTS)}),
    "fox", "two boats", "red", "at night", "it", "the fox", "a", "the", "of", "?", ",", ".", ":", "16:9", '"OPEN"',
    "says", "poster", "in", "on", "wear", "more", "instead", "both", "picture 2", "1024x1024", "with", "snow", "7",
    "the fifth one", "picture 9",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join) | st.text(max_size=60)
RULES = st.fixed_dictionaries(
    {
        "may_paint": st.booleans(),
        "open_size": st.booleans(),
        "action": st.sampled_from(["auto", "generate", "edit"]),
    }
)


@settings(
    max_examples=300, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
@given(texts=st.lists(TEXTS, min_size=1, max_size=3), rules=RULES, must=st.booleans(), sent=st.booleans())
def test_every_turn_ends_well(texts: list[str], rules: dict[str, Any], must: bool, sent: bool) -> None:
    async def hold() -> None:
        talk = Talk()
        await talk.say("draw a fox and two boats at night")
        for text in texts:
            given_now = (Card(id="x"),) if sent else ()
            done, answer = await talk.say(text, *given_now, must_paint=must and rules["may_paint"], **rules)
            assert done or answer
            if must and rules["may_paint"]:
                assert done
            if not rules["may_paint"]:
                assert not done
            if rules["action"] != "auto":
                assert all(each.startswith(rules["action"]) for each in done)

    asyncio.run(hold())
