"""The key store: secrets open, revoked ones do not, and nothing secret is on disk."""

from __future__ import annotations

import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from aquatint.foundry.keys import Key, KeyStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "keys.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[KeyStore]:
    with KeyStore(path) as store:
        yield store


def test_a_key_opens_until_it_is_revoked(store: KeyStore) -> None:
    key, secret = store.create("laptop", now=1_000.9)
    assert key == Key(1, "laptop", secret[:16], 1_000)
    assert store.verify(secret) == key
    assert store.revoke(key.id, now=2_000)
    assert store.verify(secret) is None
    assert store.list() == [Key(1, "laptop", secret[:16], 1_000, 2_000)]


def test_revoking_twice_or_nothing_is_told(store: KeyStore) -> None:
    key, _ = store.create("laptop", now=1)
    assert store.revoke(key.id, now=2)
    assert not store.revoke(key.id, now=3)
    assert not store.revoke(99, now=3)
    assert store.list()[0].revoked_at == 2


def test_any_counts_only_keys_in_use(store: KeyStore) -> None:
    assert not store.any()
    key, _ = store.create("laptop", now=1)
    assert store.any()
    store.revoke(key.id, now=2)
    assert not store.any()


def test_secrets_carry_the_32_random_bytes(path: Path) -> None:
    with KeyStore(path, random_bytes=lambda count: bytes(range(256 - count, 256))) as store:
        key, secret = store.create("laptop", now=1)
    assert secret == "sk-aquatint-4OHi4-Tl5ufo6err7O3u7_Dx8vP09fb3-Pn6-_z9_v8"
    assert key.prefix == "sk-aquatint-4OHi"


def test_every_key_is_another(store: KeyStore) -> None:
    secrets = {store.create("same name", now=1)[1] for _ in range(20)}
    assert len(secrets) == 20
    assert {store.verify(secret) for secret in secrets} == set(store.list())


@pytest.mark.parametrize(
    "guess", ["", "sk-aquatint-", "sk-proj-abc", "{secret}x", " {secret}", "sk-aquatint-\udc80"]
)
def test_other_texts_open_nothing(store: KeyStore, guess: str) -> None:
    _, secret = store.create("laptop", now=1)
    assert store.verify(guess.format(secret=secret)) is None
    assert store.verify(secret[:-1]) is None


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "two\nlines", "null\x00byte"])
def test_names_are_printable(store: KeyStore, name: str) -> None:
    with pytest.raises(ValueError, match="1 to 100 printable"):
        store.create(name, now=1)
    assert store.list() == []


def test_ids_are_never_used_again(path: Path) -> None:
    with KeyStore(path) as store:
        assert [store.create(name, now=1)[0].id for name in ("a", "b")] == [1, 2]
    with KeyStore(path) as store:
        assert store.create("c", now=1)[0].id == 3
        assert [key.name for key in store.list()] == ["a", "b", "c"]


def test_the_file_is_private_and_holds_no_secret(path: Path) -> None:
    path.parent.mkdir()
    path.touch(mode=0o644)
    with KeyStore(path) as store:
        _, secret = store.create("laptop", now=1)
        files = list(path.parent.iterdir())
        assert len(files) > 1, "the write-ahead log lies beside the file"
        for file in files:
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
            assert secret[16:].encode() not in file.read_bytes()


def test_a_second_store_sees_changes_at_once(path: Path, store: KeyStore) -> None:
    with KeyStore(path) as command_line:
        key, secret = command_line.create("laptop", now=1)
        assert store.verify(secret) == key
        command_line.revoke(key.id, now=2)
        assert store.verify(secret) is None


def test_one_store_serves_many_threads(store: KeyStore) -> None:
    failures: list[str] = []

    def work(name: str) -> None:
        for _ in range(20):
            key, secret = store.create(name, now=1)
            if store.verify(secret) != key:
                failures.append(name)

    threads = [threading.Thread(target=work, args=(f"thread {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.list()) == 80
