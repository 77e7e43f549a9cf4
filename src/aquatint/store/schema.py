"""The tables.

A *thread* is a line of items, one after the other. A conversation is a thread with a name; each line of responses
that follow one another is a thread too. When two responses follow the same one, the later begins a thread that
branches off its ``parent`` after ``parent_position``. So whatever a response was told lies in a few slices of
threads, and reading the last of it costs the same however long the line is.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

METADATA = MetaData()

THREADS = Table(
    "threads",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("project", Text, nullable=False),
    Column("parent", Text),
    Column("parent_position", BigInteger, nullable=False),
    Column("tip", BigInteger, nullable=False),
    Column("is_conversation", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Index("threads_of_parent", "parent"),
)

RESPONSES = Table(
    "responses",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("project", Text, nullable=False),
    Column("thread", Text, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("status", Text, nullable=False),
    Column("server", Text),
    Column("context_tokens", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Index("responses_by_age", "created_at"),
    Index("responses_by_thread", "thread"),
    Index("responses_by_status", "status"),
)

ITEMS = Table(
    "items",
    METADATA,
    Column("thread", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("id", Text, nullable=False),
    Column("project", Text, nullable=False),
    Column("response", Text),
    Column("is_output", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("thread", "position"),
    Index("items_by_id", "id"),
    Index("items_of_response", "response", "position"),
)

PICTURES = Table(
    "pictures",
    METADATA,
    Column("thread", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("part", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("project", Text, nullable=False),
    Column("response", Text),
    Column("number", BigInteger, nullable=False),
    Column("blob", Text, nullable=False),
    Column("owned", Boolean, nullable=False),
    Column("byte_count", BigInteger, nullable=False),
    Column("card", Text, nullable=False),
    PrimaryKeyConstraint("thread", "position", "part"),
    Index("pictures_by_id", "id"),
    Index("pictures_by_number", "thread", "number"),
    Index("pictures_of_response", "response"),
)

FILES = Table(
    "files",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("project", Text, nullable=False),
    Column("filename", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("blob", Text, nullable=False),
    Column("byte_count", BigInteger, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("order", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Index("files_by_order", "project", "order"),
    Index("files_by_expiry", "expires_at"),
)

SERVERS = Table(
    "servers",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("seen_at", BigInteger, nullable=False),
)

DOOMED = Table("doomed", METADATA, Column("blob", Text, primary_key=True))
"""Keys of bytes that nothing refers to any more: noted with the deletion, gone when the bytes are."""
