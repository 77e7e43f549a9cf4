"""What a relation means to the things it is said of: "in a puddle" is on it, "under an umbrella" is holding it."""

from __future__ import annotations

import functools

import msgspec
from msgspec import Struct

from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.tables import table


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """One case; see the head of ``words/meant.toml``. What is empty fits everything."""

    said: tuple[str, ...]
    means: str
    of: tuple[str, ...] = ()
    of_group: str = ""
    to: tuple[str, ...] = ()
    to_group: str = ""
    particle: str = ""
    divides: bool = False
    """Whether what it stands to is between it and what it looks at."""
    of_gets: dict[str, str] = {}
    """Attributes of the one that stands so."""
    to_gets: dict[str, str] = {}
    """Attributes of what it stands to."""

    def fits(self, relation: str, subject: Noun, target: Noun, particle: str) -> bool:
        """Whether it speaks of this relation between these two, and of this particle of a verb."""
        return (
            relation in self.said
            and self.particle in ("", particle)
            and all(
                (not names or noun.key in names) and group in ("", noun.group)
                for noun, names, group in ((subject, self.of, self.of_group), (target, self.to, self.to_group))
            )
        )


@functools.cache
def rows() -> tuple[Row, ...]:
    """All cases, in order."""
    return msgspec.convert(table("words/meant")["rows"], tuple[Row, ...])


def row_for(relation: str, subject: Noun, target: Noun, particle: str = "") -> Row | None:
    """The first case that fits, if one does."""
    return next((row for row in rows() if row.fits(relation, subject, target, particle)), None)


def meant(relation: str, subject: Noun, target: Noun, particle: str = "") -> str:
    """The relation that is meant; the said one where no row fits.

    ``particle`` is what the particle of the verb that said it says alone: "above" of "looking over".
    """
    row = row_for(relation, subject, target, particle)
    return relation if row is None else row.means
