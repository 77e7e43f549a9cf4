"""Opening, restarts, retention, bytes, files, migrations."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from aquatint.store.blobs import BlobMissing, Blobs, FolderBlobs
from aquatint.store.database import Database, DatabaseUnusable
from aquatint.store.records import StoredFile, StoredResponse
from aquatint.store.remote_blobs import open_blobs
from aquatint.store.store import LOST, UNRECORDED_SECONDS, Store
from aquatint.store.threads import NotThere

from .conftest import DAY, NOW, Clock, MakeStore
from .test_threads import P, item, turn


async def test_what_a_killed_server_left_unfinished_is_failed(new_store: MakeStore, clock: Clock) -> None:
    killed, restarted = new_store(), new_store()
    await killed.open()
    talk = (await killed.conversations.create(P, {}, [], NOW)).id
    draft = StoredResponse(id="a", thread="", last=0, status="in_progress", body={}, created_at=NOW)
    await killed.threads.begin(P, draft, [item("in")], conversation=talk)
    clock.now += 120  # on PostgreSQL others may be at work: only silence tells that a server is gone
    await restarted.open()
    found = await restarted.threads.get(P, "a")
    assert found is not None
    assert (found.status, found.body["error"]) == ("failed", LOST)
    assert (await restarted.pages.of_conversation(talk, None, 10, ascending=True)).items == ()
    await turn(restarted, "b", conversation=talk)
    await restarted.close()
    await killed.close()


async def test_turns_of_a_living_server_are_left_alone(
    new_store: MakeStore, clock: Clock, database_url: str
) -> None:
    if database_url.startswith("sqlite"):
        return  # a file in one server's data folder: there is no other
    first, second = new_store(), new_store()
    await first.open()
    draft = StoredResponse(id="a", thread="", last=0, status="in_progress", body={}, created_at=NOW)
    begun = await first.threads.begin(P, draft, [])
    await second.open()
    assert await first.threads.finish(P, replace(begun, status="completed"), [])
    await second.close()
    await first.close()


async def test_retention(store: Store, clock: Clock, tmp_path: Path) -> None:
    sent = tmp_path / "sent"
    sent.write_bytes(b"abc")
    await turn(store, "old")
    await store.blobs.put("pic_old-out", sent)
    talk = (await store.conversations.create(P, {}, [], NOW)).id
    await turn(store, "said", conversation=talk)
    clock.now += 31 * DAY
    await store.tidy()
    assert await store.threads.get(P, "old") is None
    with pytest.raises(BlobMissing):
        await store.blobs.fetch("pic_old-out", tmp_path / "target")
    kept = await store.pages.of_conversation(talk, None, 10, ascending=True)
    assert [each.id for each in kept.items] == ["said-in", "said-out"]


async def test_files_expire(store: Store, clock: Clock, tmp_path: Path) -> None:
    sent = tmp_path / "sent"
    sent.write_bytes(b"abc")
    key = await store.keep("upl_", sent)
    file = StoredFile(
        id="f", filename="a", purpose="vision", blob=key, byte_count=3, created_at=NOW, expires_at=NOW + 3600
    )
    await store.files.add(P, file)
    assert await store.files.get(P, "f", NOW) == file
    assert await store.files.get("other", "f", NOW) is None
    clock.now += 3600
    assert await store.files.get(P, "f", int(clock.now)) is None
    await store.tidy()
    with pytest.raises(BlobMissing):
        await store.blobs.fetch(key, tmp_path / "target")


async def test_lists_of_files(store: Store) -> None:
    for number in range(4):
        purpose = "vision" if number % 2 else "user_data"
        file = StoredFile(
            id=f"f{number}", filename="a", purpose=purpose, blob=f"upl_{number}xx", byte_count=1, created_at=NOW
        )
        await store.files.add(P, file)
    page, more = await store.files.page(P, NOW, purpose=None, after=None, limit=3, ascending=False)
    assert ([file.id for file in page], more) == (["f3", "f2", "f1"], True)
    page, more = await store.files.page(P, NOW, purpose="vision", after="f3", limit=3, ascending=False)
    assert ([file.id for file in page], more) == (["f1"], False)
    with pytest.raises(NotThere):
        await store.files.page(P, NOW, purpose=None, after="f9", limit=3, ascending=True)
    assert await store.files.delete(P, "f1") == ["upl_1xx"]
    with pytest.raises(NotThere):
        await store.files.delete(P, "f1")


async def test_bytes_that_cannot_be_removed_now_are_removed_later(store: Store, tmp_path: Path) -> None:
    sent = tmp_path / "sent"
    sent.write_bytes(b"abc")
    await turn(store, "a")
    await store.blobs.put("pic_a-out", sent)
    broken = store.blobs

    class Unreachable(FolderBlobs):
        async def delete(self, keys: object) -> None:
            raise OSError("the store of pictures is away")

    store.blobs = Unreachable(tmp_path)
    await store.drop(await store.threads.delete(P, "a"))
    store.blobs = broken
    await store.tidy()
    with pytest.raises(BlobMissing):
        await store.blobs.fetch("pic_a-out", tmp_path / "target")


async def test_bytes_without_a_record_go(store: Store, clock: Clock, tmp_path: Path) -> None:
    sent = tmp_path / "sent"
    sent.write_bytes(b"abc")
    await turn(store, "a")
    await store.blobs.put("pic_a-out", sent)
    await store.blobs.put("pic_lost", sent)
    clock.now = (tmp_path / "blobs" / "st" / "pic_lost").stat().st_mtime + 1
    assert await store.sweep() == 0
    clock.now += UNRECORDED_SECONDS
    assert await store.sweep() == 1
    await store.blobs.fetch("pic_a-out", sent)
    with pytest.raises(BlobMissing):
        await store.blobs.fetch("pic_lost", sent)


async def test_the_file_is_private(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'what? 100% odd #1'}")
    await database.open()
    assert _modes(tmp_path) == {0o600}
    await database.close()


def _modes(folder: Path) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in folder.iterdir()}


async def test_opening_twice_changes_nothing(new_store: MakeStore) -> None:
    for _ in range(2):
        store = new_store()
        await store.open()
        await store.close()


async def test_databases_that_cannot_be_used(tmp_path: Path) -> None:
    for url in ("oracle://x", "no url", "mysql://x/y"):
        with pytest.raises(DatabaseUnusable):
            Database(url)
    (tmp_path / "broken").write_bytes(b"this is no database, whatever its name says" * 100)
    with pytest.raises(DatabaseUnusable):
        await Database(f"sqlite:///{tmp_path / 'broken'}").open()


async def test_the_file_can_be_read_while_it_is_written(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'a'}")
    await database.open()
    async with database.writing():
        with sqlite3.connect(tmp_path / "a") as other:
            assert other.execute("SELECT count(*) FROM responses").fetchone() == (0,)
        other.close()
        async with database.reading() as connection:
            assert (await connection.exec_driver_sql("SELECT count(*) FROM responses")).scalar() == 0
    await database.close()


@pytest.mark.parametrize("where", ["folder", "memory:///"])
async def test_blobs(where: str, tmp_path: Path) -> None:
    blobs: Blobs = open_blobs(str(tmp_path / "blobs") if where == "folder" else where)
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"picture" * 1000)
    target.touch()
    await blobs.put("pic_1234", source)
    await blobs.fetch("pic_1234", target)
    assert target.read_bytes() == source.read_bytes()
    await blobs.delete(["pic_1234", "pic_none"])
    with pytest.raises(BlobMissing):
        await blobs.fetch("pic_1234", target)
    await blobs.close()


async def test_no_key_leads_out_of_the_folder(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    for key in ("../x/abc", "a/b", "", "..", "a" * 200):
        with pytest.raises(ValueError, match="no key"):
            await blobs.fetch(key, tmp_path / "x")
