"""Threads: what a response was told before, whatever branches there are, and how little it costs to know."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event

from aquatint.store.records import Place, StoredItem, StoredPicture, StoredResponse
from aquatint.store.store import Store
from aquatint.store.threads import Busy, NotThere

from .conftest import NOW

P = "project"


def item(name: str, *, picture: bool = False, output: bool = False) -> StoredItem:
    pictures = (
        (StoredPicture(id=name, blob=f"pic_{name}", byte_count=3, card={"prompt": name}),) if picture else ()
    )
    return StoredItem(id=name, body={"type": "message", "id": name}, is_output=output, pictures=pictures)


async def turn(
    store: Store, name: str, previous: str | None = None, conversation: str | None = None, **more: Any
) -> StoredResponse:
    """A whole turn: an input ``name-in``, a picture ``name-out``."""
    draft = StoredResponse(id=name, thread="", last=0, status="in_progress", body={}, created_at=NOW)
    begun = await store.threads.begin(P, draft, [item(f"{name}-in")], previous=previous, conversation=conversation)
    done = replace(begun, status=more.get("status", "completed"))
    assert await store.threads.finish(P, done, [item(f"{name}-out", picture=True, output=True)])
    found = await store.threads.get(P, name)
    assert found is not None
    return found


async def told(store: Store, response: StoredResponse, items: int = 100) -> list[str]:
    before, _, _ = await store.threads.before(Place(response.thread, response.last), items, 10)
    return [each.id for each in before]


async def test_a_line_of_responses(store: Store) -> None:
    await turn(store, "a")
    await turn(store, "b", "a")
    c = await turn(store, "c", "b")
    assert await told(store, c) == ["a-in", "a-out", "b-in", "b-out", "c-in", "c-out"]
    assert await told(store, c, items=2) == ["c-in", "c-out"]
    a = await store.threads.get(P, "a")
    assert a is not None
    assert await told(store, a) == ["a-in", "a-out"]


async def test_branches(store: Store) -> None:
    await turn(store, "a")
    await turn(store, "b", "a")
    other = await turn(store, "x", "a")
    further = await turn(store, "y", "x")
    assert await told(store, other) == ["a-in", "a-out", "x-in", "x-out"]
    assert await told(store, further) == ["a-in", "a-out", "x-in", "x-out", "y-in", "y-out"]
    b = await turn(store, "c", "b")
    assert await told(store, b) == ["a-in", "a-out", "b-in", "b-out", "c-in", "c-out"]


async def test_pictures_are_numbered_along_their_line(store: Store) -> None:
    await turn(store, "a")
    await turn(store, "b", "a")
    x = await turn(store, "x", "a")
    place = Place(x.thread, x.last)
    _, latest, count = await store.threads.before(place, 10, 10)
    assert ([each.id for each in latest], count) == (["a-out", "x-out"], 2)
    first = await store.threads.picture_number(place, 1)
    assert first is not None
    assert (first.id, first.number, first.card) == ("a-out", 1, {"prompt": "a-out"})
    assert await store.threads.picture_number(place, 3) is None


async def test_two_at_once_after_the_same_response(store: Store) -> None:
    await turn(store, "a")
    made = await asyncio.gather(*(turn(store, name, "a") for name in ("b", "c", "d")))
    for response in made:
        assert await told(store, response) == ["a-in", "a-out", f"{response.id}-in", f"{response.id}-out"]


async def test_an_unfinished_response_cannot_be_followed(store: Store) -> None:
    draft = StoredResponse(id="a", thread="", last=0, status="in_progress", body={}, created_at=NOW)
    begun = await store.threads.begin(P, draft, [])
    with pytest.raises(Busy):
        await turn(store, "b", "a")
    assert await store.threads.finish(P, replace(begun, status="cancelled"), [])
    assert not await store.threads.finish(P, replace(begun, status="completed"), [])
    await turn(store, "b", "a")


async def test_projects_are_apart(store: Store) -> None:
    await turn(store, "a")
    assert await store.threads.get("other", "a") is None
    assert await store.threads.picture("other", "a-out") is None
    assert await store.threads.items_by_id("other", ["a-in"]) == {}
    with pytest.raises(NotThere):
        await store.threads.delete("other", "a")
    draft = StoredResponse(id="z", thread="", last=0, status="in_progress", body={}, created_at=NOW)
    with pytest.raises(NotThere):
        await store.threads.begin("other", draft, [], previous="a")


async def test_deleting_takes_items_and_bytes_and_leaves_the_rest_of_the_line(store: Store) -> None:
    await turn(store, "a")
    await turn(store, "b", "a")
    c = await turn(store, "c", "b")
    assert await store.threads.delete(P, "b") == ["pic_b-out"]
    assert await told(store, c) == ["a-in", "a-out", "c-in", "c-out"]
    assert await store.threads.picture(P, "b-out") is None
    with pytest.raises(NotThere):
        await turn(store, "d", "b")


async def test_a_conversation_takes_turns_and_items(store: Store) -> None:
    talk = (await store.conversations.create(P, {}, [item("hello")], NOW)).id
    await turn(store, "a", conversation=talk)
    await store.conversations.add(P, talk, [item("more")])
    await turn(store, "f", conversation=talk, status="failed")
    page = await store.pages.of_conversation(talk, None, 10, ascending=True)
    assert [each.id for each in page.items] == ["hello", "a-in", "a-out", "more"]
    failed = await store.pages.of_input("f", None, 10, ascending=True)
    assert [each.id for each in failed.items] == ["f-in"]


async def test_deleting_a_conversation_leaves_its_responses(store: Store) -> None:
    talk = (await store.conversations.create(P, {"a": "b"}, [item("hello", picture=True)], NOW)).id
    a = await turn(store, "a", conversation=talk)
    assert await store.conversations.delete(P, talk) == ["pic_hello"]
    with pytest.raises(NotThere):
        await store.conversations.get(P, talk)
    assert await told(store, a) == ["a-in", "a-out"]
    await turn(store, "b", "a")


async def test_pages(store: Store) -> None:
    talk = (await store.conversations.create(P, {}, [item(f"i{n}") for n in range(5)], NOW)).id
    first = await store.pages.of_conversation(talk, None, 2, ascending=False)
    assert ([each.id for each in first.items], first.has_more) == (["i4", "i3"], True)
    rest = await store.pages.of_conversation(talk, "i3", 10, ascending=False)
    assert ([each.id for each in rest.items], rest.has_more) == (["i2", "i1", "i0"], False)
    with pytest.raises(NotThere):
        await store.pages.of_conversation(talk, "nobody", 2, ascending=True)


async def test_a_turn_costs_the_same_in_a_thread_of_any_length(store: Store) -> None:
    """Counted in statements and rows, which no busy machine can disturb."""
    last = await turn(store, "t0")
    engine = store._database._engine.sync_engine
    counts: list[int] = []

    async def cost(name: str, previous: str) -> StoredResponse:
        statements = 0

        def count(*_: object) -> None:
            nonlocal statements
            statements += 1

        event.listen(engine, "before_cursor_execute", count)
        place = Place(last.thread, last.last)
        items, pictures, _ = await store.threads.before(place, 20, 5)
        made = await turn(store, name, previous)
        event.remove(engine, "before_cursor_execute", count)
        counts.append(statements)
        assert len(items) <= 20
        assert len(pictures) <= 5
        return made

    for number in range(1, 61):
        last = await cost(f"t{number}", f"t{number - 1}")
    assert counts[-1] == counts[20]
