"""Figures by name, for `art.find`: animals, standing people, and people down to the shoulders."""

from __future__ import annotations

import functools

from aquatint.engines.composer.art.figures.animals.animal import Animal
from aquatint.engines.composer.art.figures.animals.species import species
from aquatint.engines.composer.art.figures.people import beasts
from aquatint.engines.composer.art.figures.people.bust.portrait import Portrait
from aquatint.engines.composer.art.figures.people.person import Person
from aquatint.engines.composer.art.figures.people.roles import roles


@functools.cache
def _animals() -> dict[str, Animal]:
    made = {name: Animal(name) for name in species()}
    others = {other: made[name] for name, kind in species().items() for other in kind.also}
    return {**others, **made}


def find_animal(name: str) -> Animal:
    """The animal of that name: "fox". Raises KeyError."""
    return _animals()[name]


def animal_names() -> list[str]:
    """All names that `find_animal` knows."""
    return list(_animals())


@functools.cache
def find_person(name: str) -> Person:
    """The standing person of that role: "fisherman"; "" is anybody. Raises KeyError."""
    name = name or "person"
    if name not in roles():
        raise KeyError(name)
    return Person(name)


def person_names() -> list[str]:
    """All roles that `find_person` knows."""
    return list(roles())


@functools.cache
def find_beast(name: str) -> Person:
    """The storybook beast of that species, who stands and dresses like people. Raises KeyError.

    "mouse/chef" is one in the clothes of a role.
    """
    species_name, _, role = name.partition("/")
    kind = _animals()[species_name].name
    if not beasts.can_stand(kind) or (role and (role not in roles() or not beasts.can_dress(roles()[role]))):
        raise KeyError(name)
    return Person(role or beasts.ROLE, kind)


def beast_names() -> list[str]:
    """All species that `find_beast` knows."""
    return [name for name in _animals() if beasts.can_stand(_animals()[name].name)]


@functools.cache
def find_bust(name: str) -> Portrait:
    """Head and shoulders of that role: "fisherman"; "" is anybody. Raises KeyError."""
    name = name or "person"
    if name not in roles():
        raise KeyError(name)
    return Portrait(name)
