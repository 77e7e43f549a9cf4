"""The waiting line."""

from __future__ import annotations

import pytest

from aquatint.runtime.queue import BoundedQueue, Full


def queue_of(*item_ids: int, limit: int = 3) -> BoundedQueue[str]:
    queue: BoundedQueue[str] = BoundedQueue(limit)
    for item_id in item_ids:
        queue.put(item_id, f"item {item_id}")
    return queue


def test_first_come_first_served() -> None:
    queue = queue_of(3, 1, 2)
    assert [queue.take() for _ in range(3)] == ["item 3", "item 1", "item 2"]


def test_refuses_what_is_over_the_limit_and_stays_as_it_was() -> None:
    queue = queue_of(1, 2, 3)
    with pytest.raises(Full):
        queue.put(4, "item 4")
    assert len(queue) == 3
    assert queue.room == 0


def test_taking_makes_room() -> None:
    queue = queue_of(1, 2, 3)
    queue.take()
    queue.put(4, "item 4")
    assert queue.clear() == ["item 2", "item 3", "item 4"]
    assert len(queue) == 0


def test_remove_takes_one_out_of_the_line() -> None:
    queue = queue_of(1, 2, 3)
    assert queue.remove(2)
    assert not queue.remove(2)
    assert queue.clear() == ["item 1", "item 3"]


def test_what_is_put_back_goes_first_even_when_full() -> None:
    queue = queue_of(1, 2, 3)
    queue.put_back(9, "item 9")
    assert queue.room == 0
    assert queue.take() == "item 9"


def test_an_id_waits_only_once() -> None:
    queue = queue_of(1)
    with pytest.raises(ValueError, match="already in the queue"):
        queue.put(1, "again")
    with pytest.raises(ValueError, match="already in the queue"):
        queue.put_back(1, "again")


def test_an_empty_queue_has_nothing_to_take() -> None:
    with pytest.raises(LookupError):
        queue_of().take()


def test_a_negative_limit_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="negative"):
        BoundedQueue(-1)
