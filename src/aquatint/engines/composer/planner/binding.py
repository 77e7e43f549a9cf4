"""Binding modifiers to nouns, and saying which of them the drawing will show."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.states import drawing_of, place_shows_state, shows_state
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Category, Sense, fold
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.conditions import shows_condition, state_of
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.phrases import Modifiers, Phrase
from aquatint.engines.composer.planner.senses import choose, leads_to_noun
from aquatint.engines.composer.planner.sharing import colours_in_turn
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.scene import GLOWING, NATURAL_COLOUR

STREWN = 60
"""How many of "a field of tulips"."""
SMALLEST_INSTRUMENT = 0.15
"""Height in metres above which a thing that is played is held in both hands."""
_ON_THE_WAY = frozenset({"driving", "running", "walking", "sailing", "flying", "riding", "moving"})
"""Poses of vehicles that go somewhere: their drawings look no other."""
_OF_LIFELESS = ("leaning", "hanging", "falling", "moving", "lying")
"""Poses of things besides those that their drawings show."""
_GENERAL = frozenset({"flower", "tree", "bird", "fish"})
"""Nouns that name whole kinds."""
_DETERMINERS: tuple[Category, ...] = ("article", "count", "size", "colour", "age")
_YOUNG = {"baby": 0.55, "child": 0.7}


def of_follows(tags: Sequence[Tag], at: int) -> bool:
    """Whether the next word is "of"."""
    return at + 1 < len(tags) and tags[at + 1].folded == "of"


def is_possessive(tag: Tag) -> bool:
    """Whether the word says whose something is: "the king's", "the dogs'"."""
    return tag.tokens[-1].text.endswith(("'s", "’s", "s'", "s’"))


def heads_noun(tags: Sequence[Tag], at: int) -> bool:
    """Whether a noun follows right away, through adjectives only."""
    return leads_to_noun(tags, at)


def goes_on_to_noun(tags: Sequence[Tag], at: int, sense: Sense, kind: str) -> bool:
    """Whether the noun at ``at`` only describes a noun right after it ("dog toy"). Plurals do not."""
    head = head_of(tags, at, kind)
    if sense.plural or head is None or nouns()[head].depicts:
        return False
    return head == sense.value or not general_name_follows(tags, at, nouns()[sense.value])


def head_of(tags: Sequence[Tag], at: int, kind: str) -> str | None:
    """Key of the noun that stands right after ``at``, if one does."""
    if at + 1 >= len(tags) or tags[at + 1].sense("noun") is None:
        return None
    sense = choose(tags, at + 1, kind)
    return sense.value if sense is not None and sense.category == "noun" else None


def describes_noun(tags: Sequence[Tag], at: int) -> bool:
    """Whether a word that is a noun or a garment stands right after the noun: "flower" of a flower dress."""
    return at + 1 < len(tags) and (tags[at + 1].sense("noun") or tags[at + 1].sense("clothes")) is not None


def unknown_noun_follows(tags: Sequence[Tag], at: int) -> bool:
    """Whether an unknown word follows that may be the noun which the one at ``at`` only describes."""
    if at + 1 >= len(tags):
        return False
    after = tags[at + 1]
    if after.folded in table("words/compounds")["followers"]["names"]:
        return False
    unknown = after.kind == "word" and not after.senses and after.folded.isascii()
    return unknown and after.tokens[0].text.islower() and not after.folded.endswith(("s", "ed", "ing", "ly"))


def doubt(tags: Sequence[Tag], at: int, sense: Sense) -> Sense:
    """A noun before an unknown word may only describe that ("dragon statue"): then it is no more than near."""
    if sense.plural or at + 1 >= len(tags):
        return sense
    if (depiction := tags[at + 1].sense("noun")) is not None and nouns()[depiction.value].depicts:
        return Sense("noun", sense.value, plural=sense.plural, near=True)
    if not unknown_noun_follows(tags, at):
        return sense
    return Sense("noun", sense.value, plural=sense.plural, near=True)


def general_name_follows(tags: Sequence[Tag], at: int, noun: Noun) -> bool:
    """Whether the next word only names the kind of the noun: a hibiscus "flower", a pigeon "bird"."""
    key = head_of(tags, at, "scene")
    return key in _GENERAL and nouns()[key].group == noun.group


def noun_after_of(tags: Sequence[Tag], at: int, kind: str) -> Noun | None:
    """The noun of "a bowl of hot ramen", seen from "bowl"."""
    for i in range(at + 2, min(at + 6, len(tags))):
        sense = choose(tags, i, kind)
        if sense is not None and sense.category == "noun":
            return nouns()[sense.value]
        if tags[i].kind in ("mark", "quote"):
            return None
    return None


def is_determined(tags: Sequence[Tag], at: int) -> bool:
    """Whether an article, number, size, colour or age stands right before."""
    return at > 0 and any(tags[at - 1].sense(category) for category in _DETERMINERS)


def pose_goes_forward(tags: Sequence[Tag], at: int, after_noun: bool, transitive: bool) -> bool:
    """Whether a pose describes the noun that follows: "a sleeping cat", not "a cat sleeping", "reading a book"."""
    if after_noun or (transitive and not is_determined(tags, at)):
        return False
    return leads_to_noun(tags, at)


def object_follows(tags: Sequence[Tag], at: int) -> bool:
    """Whether the verb at ``at`` has an object of its own: "flying a kite", not "flying over"."""
    if at + 1 >= len(tags):
        return False
    after = tags[at + 1]
    noun = after.sense("noun")
    determined = after.sense("article") is not None or after.sense("count") is not None
    return (noun is not None and noun.plural) or (determined and leads_to_noun(tags, at + 1))


def natural_way(noun: Noun, pose: str) -> str:
    """How such a being walks and runs: fish swim, birds of the air fly."""
    if pose == "moving" and noun.group in LIVING:
        pose = "walking"
    if pose in ("walking", "running") and noun.role in ("swims", "flies"):
        return "swimming" if noun.role == "swims" else "flying"
    return pose


def draws_out(tags: Sequence[Tag], at: int) -> bool:
    """Whether the verb at ``at`` takes something "out of" something else."""
    for after in tags[at + 1 : at + 6]:
        if after.kind == "mark":
            return False
        if after.folded == "out of":
            return True
    return False


def may_stand_up(noun: Noun) -> bool:
    """Whether there is a storybook body for such a beast."""
    data = table("words/postures")["storybook"]
    return noun.key in data["names"] or noun.key in data["birds"]


def in_clothes_of(animal: Noun, calling: Noun, art: str) -> str:
    """The art of a storybook beast of a calling, "beast:mouse/chef", or nothing where it has no such clothes."""
    if calling.key in table("words/postures")["storybook"]["others"] or not may_stand_up(animal):
        return ""
    kind, _, role = calling.art.partition(":")
    return f"beast:{art.partition(':')[2]}/{role}" if kind == "person" and art.startswith("animal:") else ""


def stands_up(noun: Noun, pose: str) -> bool:
    """Whether a beast stands up and does that as people do: a frog that plays the guitar."""
    data = table("words/postures")["storybook"]
    if pose not in data["poses"]:
        return False
    return noun.key in data["names"] or (noun.key in data["birds"] and pose not in data["natural"])


def acts_as_people(noun: Noun, pose: str) -> bool:
    """Whether people, or a beast that stands up for it, do that with the things that their own drawings show."""
    return noun.group == "people" or stands_up(noun, pose)


def pose_fate(noun: Noun, pose: str) -> Fate:
    """Whether a drawing of the noun shows the pose."""
    if pose in noun.views:
        return "drawn"
    if (pose in ("swimming", "floating") and noun.role == "swims") or (pose == "flying" and noun.role == "flies"):
        return "drawn"
    if noun.group == "people" and (pose == "holding" or (not pose and noun.key in _musicians())):
        return "drawn"
    if stands_up(noun, pose):
        return "drawn"
    shown = table("words/qualities")["shown"]
    kind = noun.art.partition(":")[0]
    poses = shown.get(noun.key) or shown.get(kind, shown["anything"])
    if pose in poses:
        return "drawn"
    if noun.group == "vehicles" and pose in _ON_THE_WAY:
        return "approximated"
    akin = table("words/actions")["akin"].get(pose, ())
    alive = kind in shown or noun.group in LIVING
    return "approximated" if alive and any(other in poses for other in akin) else "undrawn"


def can_do(noun: Noun, pose: str) -> bool:
    """Whether such a thing can take the pose at all, or there is none to take."""
    shown = table("words/qualities")["shown"]["anything"]
    return not pose or noun.group in (*LIVING, "vehicles") or pose in (*shown, *_OF_LIFELESS)


def _musicians() -> list[str]:
    names: list[str] = table("words/qualities")["musicians"]["names"]
    return names


def way_to_play(tags: Sequence[Tag], at: int) -> str:
    """How those look who play: running about, or as one plays that thing, or standing at a game."""
    people = table("words/qualities")["shown"]["person"]
    for after in tags[at + 1 : at + 5]:
        sense = after.sense("noun")
        if sense is not None:
            pose = str(table("words/actions")["played"].get(sense.value, ""))
            if pose in people:
                return pose
            return "holding" if nouns()[sense.value].metres > SMALLEST_INSTRUMENT else "standing"
        if not (after.sense("article") or after.sense("colour") or after.sense("count") or after.sense("size")):
            break
    return "playing"


def lift(phrases: Sequence[Phrase]) -> None:
    """Let things that are "above the city" fly, if they are of a kind that can."""
    for phrase in phrases:
        if phrase.noun.group in LIVING and phrase.noun.role not in ("flies", "sky"):
            phrase.attributes.setdefault("pose", "flying")


def _count(noun: Noun, sense: Sense, pending: Modifiers) -> int:
    if pending.count is not None:
        return pending.count
    if pending.spread:
        return STREWN
    if not sense.plural or pending.count == 1:
        return 1
    if noun.key in table("words/counts")["twos"]["names"]:
        return 2
    return 5 if noun.metres < 0.5 else 3


def _shares(pending: Modifiers, sense: Sense, count: int) -> list[tuple[int, str]]:
    """Counts and colours of the phrases that one noun makes: "red and blue balloons" are two."""
    if pending.earlier:
        return [*pending.earlier, (count, next(iter(pending.colours), ""))]
    number = len(pending.colours)
    if number < 2 or not sense.plural or (pending.count is not None and count < number):
        return [(count, next(iter(pending.colours), ""))]
    if pending.count is None:
        count = max(count, 2 * number)
    return [(count // number + (i < count % number), colour) for i, colour in enumerate(pending.colours)]


def bind(noun: Noun, word: str, index: int, sense: Sense, pending: Modifiers) -> list[Phrase]:
    """The phrases of a noun with the modifiers that wait for it: one, or one per colour."""
    shares = _shares(pending, sense, _count(noun, sense, pending))
    names = dict(zip(pending.codes, pending.colour_words, strict=False))
    return [_phrase(noun, word, index, sense, pending, share, names) for share in shares]


_TINTED = frozenset({"things", "household", "buildings", "vehicles"})
"""Groups of nouns whose drawings look like a material by its colour."""


def _tint(noun: Noun, material: str) -> str:
    """The colour of a material that the drawing does not have anyway: a wooden spoon is brown."""
    tint = str(table("words/qualities")["tints"].get(material, ""))
    return "" if noun.group not in _TINTED or shows_state(noun, material) else tint


def _phrase(
    noun: Noun,
    word: str,
    index: int,
    sense: Sense,
    pending: Modifiers,
    share: tuple[int, str],
    names: dict[str, str],
) -> Phrase:
    count, colour = share
    natural = noun.colours.get(names.get(colour, ""))
    attributes = dict(pending.attributes)
    if not can_do(noun, attributes.get("pose", "")):
        # "A climbing wall", "a swimming cap": nobody climbs or swims.
        del attributes["pose"]
    stacked = noun.views.get(attributes.get("formation", ""), "") or _in_state(noun, pending)
    if noun.group == "people" and names.get(colour, "") in table("words/qualities")["of_hair"]["names"]:
        attributes["hair"], colour = colour, ""
    skins = table("words/features")["of_skin"]
    if noun.key in skins["people"] and names.get(colour, "") in skins["names"]:
        attributes["skin"], colour = table("words/features")["skin"][names[colour]], ""
    if natural is not None and colour and not stacked:
        # The drawing has it already; who draws the thing otherwise needs to know.
        attributes[NATURAL_COLOUR] = colour
    colour = colour or _tint(noun, attributes.get("material", ""))
    # "Assorted chocolates" are of several kinds and not of several colours.
    kinds = noun.group == "foods" and "assorted" in pending.entries.values()
    mixed = pending.mixed if count > 1 and not (colour or kinds) and noun.group != "people" else 0
    return Phrase(
        noun=noun,
        word=word,
        index=index,
        count=count,
        counted=pending.count is not None,
        coloured=bool(share[1]),
        colour=(colour if natural is None or stacked else "") or noun.tint,
        art=stacked or natural or noun.art,
        mixed=colours_in_turn(mixed) if mixed else [],
        scale=min(4.0, max(0.2, pending.scale * _growth(noun, pending))),
        spread=pending.spread,
        near=sense.near,
        plural=sense.plural,
        attributes=attributes,
    )


def _in_state(noun: Noun, pending: Modifiers) -> str:
    """The drawing of the thing in the state that is said of it: "an unlit candle"."""
    states = (pending.entries.get(index, "") for index, _, category in pending.indices if category == "state")
    return next((art for art in (drawing_of(noun, state) for state in states) if art), "")


def _growth(noun: Noun, pending: Modifiers) -> float:
    """Young animals are smaller; people have drawings of their own for every age."""
    if noun.group in ("animals", "fantasy"):
        return _YOUNG.get(pending.attributes.get("age", ""), 1.0)
    return 1.0


def modifier_fate(category: str, word: str, phrase: Phrase, value_seen: bool = True) -> Fate:
    """Whether the drawing of the phrase shows a modifier of that category. ``value_seen``: its colour is used."""
    person = phrase.noun.group == "people"
    if category in ("count", "size", "spread"):
        return "drawn"
    if category == "assorted":
        return "drawn" if phrase.mixed else "undrawn"
    if category == "colour":
        return "drawn" if value_seen else "undrawn"
    if category == "pose":
        return pose_fate(phrase.noun, phrase.attributes.get("pose", ""))
    if category == "age":
        young_animal = phrase.noun.group in LIVING and phrase.attributes.get("age") in _YOUNG
        return "drawn" if person or young_animal else "undrawn"
    if category == "material" and phrase.attributes.get("material") in table("words/qualities")["marks"]["names"]:
        coat = phrase.art.startswith("animal:") and phrase.attributes["material"] != "checkered"
        return "drawn" if person or coat else "undrawn"
    if category == "state" and shows_condition(phrase.noun, state_of(word)):
        return "drawn"
    if category in ("state", "material"):
        if phrase.attributes.get("material") == GLOWING and word == GLOWING:
            return "drawn"
        tinted = category == "material" and phrase.colour and phrase.colour == _tint(phrase.noun, word)
        shown = shows_state(phrase.noun, word) or drawing_of(phrase.noun, word)
        return "drawn" if shown else "approximated" if tinted else "undrawn"
    if category == "expression":
        return "drawn" if person or phrase.art.startswith("animal:") else "undrawn"
    eyes = phrase.art.startswith("animal:") and "eyes colour" in phrase.attributes
    return "drawn" if category == "look" and (person or eyes) else "undrawn"


def account(pending: Modifiers, phrases: Sequence[Phrase], ledger: Ledger) -> None:
    """Note what becomes of each modifier: as many colours are drawn as there are phrases."""
    colours = 0
    for index, word, category in pending.indices:
        colours += category == "colour"
        ledger.note(index, word, modifier_fate(category, fold(word), phrases[0], colours <= len(phrases)))


def account_place(pending: Modifiers, backdrop: str, ledger: Ledger) -> None:
    """Note what becomes of the modifiers of a place: "a wooden table" and "a blue sky" are as backdrops are."""
    natural = table("words/places")["natural"].get(backdrop, ())
    for index, word, category in pending.indices:
        shown = word in natural or place_shows_state(backdrop, fold(word))
        silent = category in ("size", "count", "expression")
        ledger.note(index, word, "drawn" if shown else "silent" if silent else "undrawn")
