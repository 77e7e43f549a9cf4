"""Who a person is: age, build, skin, hair, clothes and pose, from the role, the words and chance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aquatint.engines.composer.art.figures.people.roles import Role, looks
from aquatint.engines.composer.art.figures.people.stances import stances
from aquatint.engines.composer.art.figures.people.wardrobe import HEX, choose_outfit
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour

AGES = {
    "baby": "baby", "toddler": "toddler", "child": "child", "teen": "teen", "young": "young",
    "adult": "adult", "old": "old",
}  # fmt: skip
BUILDS = ("slim", "", "", "broad")
BODIES = {
    "average": "",
    "muscular": "broad",
    "stout": "heavy",
    "fat": "heavy",
    "chubby": "heavy",
    "thin": "slim",
    "strong": "broad",
}
"""Other words for builds."""
SMALL = {"baby": 0.6, "toddler": 0.6, "child": 0.72, "teen": 0.92}
"""The trunk's scale against an adult's."""
HEADED = {"baby": 0.92, "toddler": 1.06, "child": 1.1, "teen": 1.0, "old": 1.0}
LEGGY = {"baby": 0.34, "toddler": 0.42, "child": 0.62, "teen": 0.93, "old": 0.95}
ARMED = {"baby": 0.5, "toddler": 0.54, "child": 0.68, "teen": 0.93}
REACHING = ("near hand", "far hand", "near foot", "far foot")
"""Attributes that say where a hand or a foot is, in figure space."""
JUGGLED = frozenset({"juggling"})
"""What those of a calling do on whatever they ride."""
AIRBORNE = frozenset({"jumping", "leaping", "flying", "falling"})
BOARDS = frozenset({"skis", "snowboard", "surfboard", "skateboard"})
"""What stays on the feet of who leaps with it."""
PLACE = re.compile(r"(-?\d(?:\.\d{1,4})?) (-?\d(?:\.\d{1,4})?)")


SHAVEN = "shaven"
"""The beard of who has none, whatever the role or chance say."""


@dataclass(frozen=True, slots=True)
class Traits:
    """One person, decided."""

    sex: str
    age: str
    build: str
    skin: Colour
    hair: Colour
    haircut: str
    beard: str
    cut: str
    hem: float
    main: Colour
    accent: Colour
    trim: Colour
    bottom: str
    bottom_colour: Colour
    shoes: Colour
    boots: bool
    bare: bool
    socks: bool
    sock_colour: Colour
    glove_colour: Colour
    hat: str
    hat_colour: Colour
    pattern: str
    worn: tuple[str, ...]
    prop: str
    pose: str
    """Name of a stance."""
    mood: str
    iris: Colour | None
    """Of the eyes, where words say it."""
    body: str
    on_seat: bool
    """Whether the legs sit, whatever the hands do."""
    on_floor: bool
    """Whether they sit on the ground."""
    idle: bool
    """Whether the hands are needed by a thing of the scene, so that the doing's own things are left out."""
    beast: str = ""
    """The species of a storybook beast, whose head, hands and tail it has; "" for people."""
    fur: Colour | None = None
    """The colour that was asked of it."""
    mount: str = ""
    """The stance of the vehicle on which something else is done: a wheelchair under who throws a ball."""
    thing: Colour = Colour(0.5, 0.5, 0.5)
    """Of what the doing needs, where words or chance choose its colour: the frame of a bicycle."""
    reaches: tuple[tuple[str, float, float], ...] = ()
    """Places in figure space at which hands and feet are, whatever the stance says: ("near hand", x, y)."""

    @property
    def is_child(self) -> bool:
        """Whether it is round of face and small: up to about ten years."""
        return self.age in {"baby", "toddler", "child"}

    @property
    def small(self) -> float:
        """The trunk's scale against an adult's."""
        return SMALL.get(self.age, 1.0)

    @property
    def headed(self) -> float:
        """How large the head is against an adult's: children's are nearly as large."""
        return HEADED.get(self.age, 1.0)

    @property
    def leggy(self) -> float:
        """How long the legs are against an adult's: children's are much shorter."""
        return LEGGY.get(self.age, 1.0)

    @property
    def armed(self) -> float:
        """How long the arms are against an adult's."""
        return ARMED.get(self.age, 1.0)

    @property
    def wide(self) -> float:
        """How wide the trunk is against an average one."""
        build = {"slim": 0.9, "broad": 1.14, "heavy": 1.32}.get(self.build, 1.0)
        return build * (1.1 if self.age in {"baby", "toddler"} else 0.92 if self.sex == "woman" else 1.0)

    def palette(self) -> dict[str, Colour]:
        """The colours by the names that drawings made of data use."""
        return {
            "main": self.main,
            "accent": self.accent,
            "trim": self.trim,
            "skin": self.skin,
            "hair": self.hair,
            "hat": self.hat_colour,
            "bottom": self.bottom_colour,
            "shoes": self.shoes,
            "thing": self.thing,
        }

    def reach_of(self, part: str) -> tuple[float, float] | None:
        """Where the hand or foot of that name is to be, in figure space."""
        return next(((x, y) for name, x, y in self.reaches if name == part), None)


def decide(role: Role, attributes: Mapping[str, str], colour: Colour | None, chance: Chance) -> Traits:
    """The person that role, words and chance make. Each choice has its own stream: one word changes one thing."""
    sex = _sex(role, attributes, chance)
    age = (
        AGES.get(attributes.get("age", ""), "")
        or role.age
        or chance.fork("age").choice(("young", "adult", "adult", "adult"))
    )
    skin = _skin(role, attributes, chance)
    outfit = choose_outfit(role, sex, age, attributes, colour, chance)
    build = attributes.get("build", "")
    return Traits(
        sex=sex,
        age=age,
        build=BODIES.get(build, build) or role.build or chance.fork("build").choice(BUILDS),
        skin=skin,
        hair=_hair(role, attributes, age, skin, chance),
        haircut=_haircut(role, attributes, sex, age, chance),
        beard=_beard(role, attributes, sex, age, chance),
        cut=outfit.cut,
        hem=outfit.hem,
        main=outfit.main,
        accent=outfit.accent,
        trim=outfit.trim,
        bottom=outfit.bottom,
        bottom_colour=outfit.bottom_colour,
        shoes=outfit.shoes,
        boots=outfit.boots,
        bare=role.bare,
        socks=outfit.socks,
        sock_colour=outfit.sock_colour or outfit.accent,
        glove_colour=outfit.glove_colour or outfit.accent,
        hat=outfit.hat,
        hat_colour=outfit.hat_colour,
        pattern=outfit.pattern,
        worn=(*outfit.worn, "glasses")
        if attributes.get("glasses") and "glasses" not in outfit.worn
        else outfit.worn,
        prop=_prop(role, attributes),
        pose=_pose(role, age, attributes, chance),
        mood=attributes.get("mood", "calm"),
        iris=Colour.of(attributes["eyes colour"]) if HEX.fullmatch(attributes.get("eyes colour", "")) else None,
        body=role.body,
        on_seat=bool(attributes.get("seated")),
        on_floor=attributes.get("seated") == "floor",
        idle=attributes.get("prop") == "" or bool(attributes.get("holding")),
        mount=_mount(role, attributes),
        thing=_thing_colour(attributes, chance),
        reaches=_reaches(attributes),
    )


def _mount(role: Role, attributes: Mapping[str, str]) -> str:
    """The vehicle on which something else is done: what the words say, or what the calling is there for."""
    said = attributes.get("mount", "")
    if said in stances():
        return said
    pose = attributes.get("pose", "")
    rides = pose in stances() and stances()[pose].mount is not None
    return pose if rides and role.pose in JUGGLED else ""


def _thing_colour(attributes: Mapping[str, str], chance: Chance) -> Colour:
    asked = attributes.get("thing colour", "")
    return Colour.of(asked if HEX.fullmatch(asked) else chance.fork("thing").choice(looks().things))


def _reaches(attributes: Mapping[str, str]) -> tuple[tuple[str, float, float], ...]:
    """The places that the layout says hands and feet are at: "-0.2 -0.5" is x and y in figure space."""
    found = []
    for name in REACHING:
        match = PLACE.fullmatch(attributes.get(name, ""))
        if match is not None:
            found.append((name, float(match[1]), float(match[2])))
    return tuple(found)


def _prop(role: Role, attributes: Mapping[str, str]) -> str:
    """What the words put into the hand, else what the calling carries, unless a doing needs the hands."""
    if "prop" in attributes:
        return attributes["prop"]
    if attributes.get("holding"):
        return ""
    asked = looks().poses.get(attributes.get("pose", ""))
    if asked and asked[0] in AIRBORNE and role.prop in BOARDS:
        return role.prop
    if asked and (asked[0] in looks().handless or stances()[asked[0]].props):
        return ""
    return role.prop


def _sex(role: Role, attributes: Mapping[str, str], chance: Chance) -> str:
    given = attributes.get("sex", "") or role.sex
    if given in {"man", "woman"}:
        return given
    if attributes.get("beard"):
        return "man"
    return chance.fork("sex").choice(("man", "woman"))


def _skin(role: Role, attributes: Mapping[str, str], chance: Chance) -> Colour:
    asked = attributes.get("skin", "")
    if HEX.fullmatch(asked) and not role.skin:
        return Colour.of(asked)
    return Colour.of(role.skin or chance.fork("skin").choice(looks().skins))


def _hair(role: Role, attributes: Mapping[str, str], age: str, skin: Colour, chance: Chance) -> Colour:
    asked = attributes.get("hair", "")
    if HEX.fullmatch(asked):
        return Colour.of(asked)
    if role.hair:
        return Colour.of(role.hair)
    stream = chance.fork("hair")
    if age == "old":
        return Colour.of(stream.choice(looks().old_hairs))
    # Fair hair grows rarely on dark skin.
    depth = looks().hairs if sum(skin) > 1.95 else looks().hairs[:4]
    return Colour.of(stream.choice(depth))


def _haircut(role: Role, attributes: Mapping[str, str], sex: str, age: str, chance: Chance) -> str:
    own = role.haircut
    if sex == "man" and not role.sex and own in looks().women_cuts and own not in looks().men_cuts:
        own = ""
    asked = attributes.get("haircut", "") or own
    if asked:
        return looks().alike.get(asked, asked)
    if age == "baby":
        return "tuft"
    cuts = [
        cut
        for cut in (looks().women_cuts if sex == "woman" else looks().men_cuts)
        if cut not in (looks().grown_cuts if age in {"child", "toddler", "teen"} else looks().child_cuts)
    ]
    return str(chance.fork("haircut").choice(cuts))


def _beard(role: Role, attributes: Mapping[str, str], sex: str, age: str, chance: Chance) -> str:
    if attributes.get("beard"):
        return attributes["beard"] if attributes["beard"] != SHAVEN else ""
    if sex != "man" or age in {"baby", "toddler", "child", "teen", "young"} or role.skin:
        return ""
    return role.beard or (
        str(chance.fork("beard").choice(looks().beards)) if role.hat not in {"space", "mask"} else ""
    )


def _pose(role: Role, age: str, attributes: Mapping[str, str], chance: Chance) -> str:
    asked = looks().poses.get(attributes.get("pose", ""), ())
    if asked == ("fighting",) and (role.pose == "boxing" or (role.casual and not attributes.get("holding"))):
        return "boxing"
    if role.prop in BOARDS and "jumping" in asked:
        return "jumping"
    if age == "baby" and (not asked or asked[0] in {"standing", "seated"}):
        return "toddling"
    if role.pose in JUGGLED and asked and asked[0] in stances() and stances()[asked[0]].mount is not None:
        return role.pose
    if len(asked) > 1 or (asked and asked[0] != "standing"):
        return str(chance.fork("pose").choice(asked))
    if attributes.get("holding"):
        return "holding"
    if role.pose and not asked:
        return role.pose
    if role.prop:
        return "holding"
    return str(chance.fork("pose").choice(looks().poses["at ease" if age in {"child", "toddler"} else "standing"]))
