"""What a walk over a clause is about as far as it has come: who was named, what was said of them."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.scene import Item


class Subjects:
    """The state of one walk over one clause, from left to right."""

    def __init__(self, draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
        self.draft = draft
        self.clause = clause
        self.parts = parts
        self.subjects: list[Item] = []
        self.named: list[Chunk] = []
        """The parts that name the subjects, not yet told as drawn."""
        self.lost = False
        """Whether the clause speaks of a thing that is not there."""
        self.changed = False
        """Whether something was said of the subjects since they were named."""
        self.into = False
        self.at = 0
        self.joined = False
        self.does = False
        """Whether a word that nobody knows came before: "the cat chases a mouse" turns no cat into a mouse."""
        self.relation = ""
        """The relation that the subjects are to have to what comes next."""
        self.doing = ""
        """The word for that relation."""
        self.carried = ""
        """A relation that goes on: "let the alien hold a flower and the robot a balloon"."""
        self.model: Chunk | None = None
        """The words "the same colour as", where a thing is to follow whose colour the subjects get."""
        self.part: Chunk | None = None
        """The part of the subjects that the words go on to: "the girl's hair"."""

    def _done(self, *parts: Chunk) -> None:
        self.changed = True
        for part in (*self.named, *parts):
            self.draft.note(part)
        self.named = []

    def _subject(self, part: Chunk, items: list[Item]) -> None:
        if self.joined and not self.changed:
            self.subjects += items
        else:
            self.subjects, self.named = items, []
        self.named.append(part)
        self.relation = ""
        self.lost, self.changed, self.into, self.part = not items, False, False, None

    def _before(self) -> list[Item]:
        """What the clause before was about, where this one names nothing: "make the fox red; bigger"."""
        return [] if self.named or self.lost else self.draft.it()

    def _now(self) -> list[Item]:
        """The subjects as they are after the changes so far."""
        found = [self.draft.scene.item(item.id) for item in self.subjects]
        return [item for item in found if item is not None]
