"""What is known of callings, clothes and looks: rows of data files."""

from __future__ import annotations

import functools

import msgspec

from aquatint.engines.composer.art.figures.tables import table

ROLES = (
    "roles_everyday.toml",
    "roles_work.toml",
    "roles_craft.toml",
    "roles_service.toml",
    "roles_tales.toml",
    "roles_past.toml",
    "roles_play.toml",
    "roles_stage.toml",
    "roles_costumes.toml",
)


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The clothes of a calling; see the head of roles_everyday.toml."""

    of: str = ""
    """The role of which this is a man's or a woman's form: what is not said here is as there."""
    casual: bool = False
    sex: str = ""
    age: str = ""
    build: str = ""
    cut: str = "shirt"
    hem: float = 0.0
    main: tuple[str, ...] = ("#5d8ab5",)
    accent: str = "#f2ece0"
    trim: str = ""
    bottom: str = "trousers"
    bottom_colour: str = "#45546b"
    matching: bool = False
    bare: bool = False
    socks: bool = False
    shoes: str = "#33302f"
    boots: bool = False
    hat: str = ""
    hat_colour: str = ""
    haircut: str = ""
    hair: str = ""
    skin: str = ""
    beard: str = ""
    pattern: str = ""
    worn: tuple[str, ...] = ()
    prop: str = ""
    pose: str = ""
    body: str = ""
    """A body that is no human one: "robot", "skeleton", "scarecrow"."""


def dressed(role: Role, costume: str) -> Role:
    """Who has the role, in the clothes of another: age, sex and body stay. An unknown costume changes nothing."""
    if costume not in roles():
        return role
    clothes = roles()[costume]
    shaven = role.age == "child" or role.sex == "woman"
    return msgspec.structs.replace(
        clothes,
        sex=role.sex or clothes.sex,
        age=role.age,
        body=role.body,
        pose=role.pose or clothes.pose,
        beard="" if shaven else clothes.beard,
        hair="" if shaven else clothes.hair,
    )


class Garb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a word for clothes changes about a role's clothes."""

    cut: str = ""
    hem: float = 0.0
    hat: str = ""
    bottom: str = ""
    boots: bool | None = None
    socks: bool = False
    worn: tuple[str, ...] = ()
    colour: str = ""
    """"#rrggbb" where no colour is said: leather is brown."""
    paints: str = "main"
    """The colour that a colour before the word means: main, accent, trim, hat, bottom, shoes, socks or gloves."""


class Looks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ranges that chance chooses from."""

    skins: tuple[str, ...]
    hairs: tuple[str, ...]
    old_hairs: tuple[str, ...]
    men_cuts: tuple[str, ...]
    women_cuts: tuple[str, ...]
    grown_cuts: tuple[str, ...]
    """Haircuts that children do not have, and, next, those that only they have."""
    child_cuts: tuple[str, ...]
    beards: tuple[str, ...]
    everyday: tuple[str, ...]
    trousers: tuple[str, ...]
    patterns: tuple[str, ...]
    alike: dict[str, str]
    """Other words for haircuts."""
    poses: dict[str, tuple[str, ...]]
    """Attribute "pose" to the stances among which chance picks."""
    things: tuple[str, ...]
    """Colours of bicycles, boards and the like."""
    clothes: dict[str, Garb]
    handless: tuple[str, ...]
    """Stances that leave no hand for what the calling carries."""


@functools.cache
def roles() -> dict[str, Role]:
    """All roles by name."""
    rows = {name: row for file in ROLES for name, row in table(__package__, file).items()}
    whole = {name: {**rows[row["of"]], **row} if "of" in row else row for name, row in rows.items()}
    return msgspec.convert(whole, dict[str, Role])


@functools.cache
def looks() -> Looks:
    """The ranges of looks."""
    return msgspec.convert(table(__package__, "looks.toml"), Looks)
