"""Streams of chance that stay put."""

from __future__ import annotations

from aquatint.engines.composer.drawing.chance import Chance


def test_a_stream_depends_on_its_name_and_not_on_what_was_drawn_before() -> None:
    fresh, used = Chance(7), Chance(7)
    used.random()
    used.fork("other").random()
    assert fresh.fork("fox-1", 0).random() == used.fork("fox-1", 0).random()


def test_names_are_kept_apart() -> None:
    chance = Chance(7)
    names = [("a", "bc"), ("ab", "c"), ("abc",), ("a", "b", "c"), ("a", 1), ("a1",)]
    assert len({chance.fork(*name).random() for name in names}) == len(names)


def test_the_streams_of_a_seed_do_not_change_between_versions() -> None:
    # Pictures must come out the same after an upgrade: this figure may never change.
    assert Chance(3).fork("a", 1).random() == 0.0444026083796516


def test_vary_stays_within_its_share() -> None:
    chance = Chance(1)
    values = [chance.vary(100, 0.2) for _ in range(500)]
    assert 80 <= min(values) < 85
    assert 115 < max(values) <= 120


def test_arrays_come_from_the_same_seed() -> None:
    assert Chance(5).array().random() == Chance(5).array().random()
    assert Chance(5).array().random() != Chance(6).array().random()
