"""Things that somebody pushes, pulls or leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.phrases import Phrase

MOVED = {"pushing": "handle", "pulling": "rope", "leading": "leash"}
"""What is done to things by the handle, on a rope or on a leash."""
Carry = Callable[[str, Phrase, Phrase], None]
"""Gives a thing to a bearer: the relation, the bearer, the thing."""


def move(relation: str, subjects: Sequence[Phrase], target: Phrase, carry: Carry) -> None:
    """Relate who moves a thing and the thing: people have it by the handle or on a rope, beasts draw it.

    A relation that begins with "-" goes from the object to the subject.
    """
    if not subjects:
        return
    doers, thing = (list(subjects), target) if not relation.startswith("-") else ([target], subjects[0])
    doing = relation.removeprefix("-")
    doers[0].attributes.setdefault("pose", "walking" if doing == "leading" else doing)
    beast = thing.noun.group in LIVING
    if doers[0].noun.group == "people" and beast == (doing == "leading") and thing.noun.group != "people":
        carry("holding", doers[0], thing)
        thing.attributes["led"] = MOVED[doing]
        for other in doers[1:]:
            other.relate("beside", doers[0])
    elif doing == "pushing":
        for doer in doers:
            doer.relate("following", thing)
    else:
        thing.relate("following" if doing == "pulling" or beast else "beside", doers[0])
