"""What a picture is asked to be without: "a meadow without trees"."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.tables import table


def absence_of(*words: str) -> str:
    """The name under which places leave out the first of these folded words that they know; "" for none."""
    known = table("words/absences")
    names = known["names"] | {name: name for name in known["pieces"]["names"]}
    return next((str(names[word]) for word in words if word in names), "")


def is_kept(name: str, backdrop: str) -> bool:
    """Whether that place, which is outdoors unless it is known to be without a sky, cannot be drawn without it."""
    kept = table("words/absences")["kept"]
    return name in kept["names"] and backdrop not in kept["skyless"]
