"""Messages on a byte stream."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime_help import order

from aquatint.errors import EngineUnavailable, ImageUserError, PublicError, QueueFull, WorkerLost
from aquatint.runtime.framing import Unpacker, pack
from aquatint.runtime.messages import Cancel, Draw, Failed, Report


@given(messages=st.lists(st.text(max_size=300), max_size=6), cut=st.integers(1, 40))
def test_pieces_of_any_size_give_the_same_messages(messages: list[str], cut: int) -> None:
    stream = b"".join(pack(message) for message in messages)
    unpacker = Unpacker()
    pieces = [stream[i : i + cut] for i in range(0, len(stream), cut)]
    assert [message for piece in pieces for message in unpacker.feed(piece)] == messages


def test_a_request_survives_the_journey() -> None:
    draw = Draw(7, order("a fox 🦊"), Path("job-7"))
    assert Unpacker().feed(pack(draw) + pack(Cancel(7))) == [draw, Cancel(7)]


@pytest.mark.parametrize(
    "error",
    [
        QueueFull(2, 8, 4.0),
        WorkerLost(),
        EngineUnavailable("fake", "no paint", 3.0),
        ImageUserError("No.", param="prompt", code="no"),
    ],
)
def test_an_error_survives_the_journey(error: PublicError) -> None:
    (report,) = Unpacker().feed(pack(Report(1, Failed(error))))
    arrived = report.update.error
    assert type(arrived) is type(error)
    assert arrived.envelope() == error.envelope()
    assert (arrived.status, arrived.retry_after) == (error.status, error.retry_after)
