"""From an empty database, or one of an earlier version, to this version's tables.

Each step runs once, in order, in one transaction with the note that it ran. Steps are never changed once
released; a new one is added at the end. The first step makes the tables as version 1 had them, which are those of
`schema` as long as no other step follows.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Column, Connection, MetaData, Table, Text, insert, select

from aquatint.store.schema import METADATA

_NOTES = Table("migrations", MetaData(), Column("name", Text, primary_key=True))


def _first_tables(connection: Connection) -> None:
    METADATA.create_all(connection)


STEPS: tuple[tuple[str, Callable[[Connection], None]], ...] = (("1 first tables", _first_tables),)


def migrate(connection: Connection) -> list[str]:
    """Run the steps that this database has not seen yet; returns their names."""
    _NOTES.create(connection, checkfirst=True)
    done = set(connection.scalars(select(_NOTES.c.name)))
    fresh = [(name, step) for name, step in STEPS if name not in done]
    for name, step in fresh:
        step(connection)
        connection.execute(insert(_NOTES).values(name=name))
    return [name for name, _ in fresh]
