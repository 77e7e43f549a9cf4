"""People: every role and pose stays in its box, is reproducible, varies by seed and obeys the words."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from aquatint.engines.composer.art import UnknownArt, find
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.figures.people import hats, props
from aquatint.engines.composer.art.figures.people.bust.portrait import Portrait
from aquatint.engines.composer.art.figures.people.face import EXPRESSIONS
from aquatint.engines.composer.art.figures.people.head import FRONTS, hair
from aquatint.engines.composer.art.figures.people.joints import place_joints
from aquatint.engines.composer.art.figures.people.person import Person, stance_of
from aquatint.engines.composer.art.figures.people.roles import looks, roles
from aquatint.engines.composer.art.figures.people.stances import stances
from aquatint.engines.composer.art.figures.people.traits import decide
from aquatint.engines.composer.art.figures.tables import parts_table
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, to_oklch
from aquatint.engines.composer.layout.stage import Light

SIDE, MARGIN = 120, 12
PLAIN = Light(shadow_strength=0.0)
PEOPLE = "aquatint.engines.composer.art.figures.people"


def painted(drawing: Person | Portrait, look: Look, side: int = SIDE) -> np.ndarray:
    """The drawing in a square box with a margin around it: (h, w, 4) RGBA, straight alpha."""
    surface = skia.Surface(side + 2 * MARGIN, side + 2 * MARGIN)
    drawing.paint(surface.getCanvas(), Box(MARGIN, MARGIN, side, side), look)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType)


def assert_fills_box(pixels: np.ndarray) -> None:
    alpha = pixels[..., 3]
    rows, columns = np.flatnonzero(alpha.max(axis=1) > 30), np.flatnonzero(alpha.max(axis=0) > 30)
    assert columns[0] >= MARGIN - 2
    assert columns[-1] < MARGIN + SIDE + 2
    assert rows[0] >= MARGIN - 2
    assert abs(rows[-1] + 1 - (MARGIN + SIDE)) <= 2, "stands on the lower edge"
    assert max(rows[-1] - rows[0], columns[-1] - columns[0]) >= SIDE - 8, "touches two opposite sides"
    assert (alpha > 200).mean() > 0.03


@pytest.mark.parametrize("name", sorted(roles()))
def test_each_role_fills_its_box(name: str) -> None:
    assert_fills_box(painted(Person(name), Look(chance=Chance(1))))


@pytest.mark.parametrize("name", sorted(roles()))
def test_each_portrait_fills_its_box(name: str) -> None:
    assert_fills_box(painted(Portrait(name), Look(chance=Chance(5))))


@pytest.mark.parametrize("pose", sorted(looks().poses))
@pytest.mark.parametrize("role", ["king", "girl"])
def test_each_pose_fills_its_box(pose: str, role: str) -> None:
    assert_fills_box(painted(Person(role), Look(attributes={"pose": pose}, chance=Chance(3))))


@pytest.mark.parametrize("word", sorted(looks().clothes))
def test_each_garment_can_be_worn(word: str) -> None:
    assert_fills_box(painted(Person("woman"), Look(attributes={"clothes": word}, chance=Chance(4))))


@pytest.mark.parametrize("kind", [Person, Portrait])
def test_the_same_seed_gives_the_same_pixels(kind: type[Person] | type[Portrait]) -> None:
    for name in ("fisherman", "woman"):
        first = painted(kind(name), Look(chance=Chance(8)))
        assert np.array_equal(first, painted(kind(name), Look(chance=Chance(8))))


def test_there_is_no_default_person() -> None:
    people = [decide(roles()["person"], {}, None, Chance(seed)) for seed in range(60)]
    assert len({one.skin for one in people}) >= 8
    assert len({one.hair for one in people}) >= 5
    assert len({one.haircut for one in people}) >= 5
    assert {one.sex for one in people} == {"man", "woman"}
    assert len({painted(Portrait("person"), Look(chance=Chance(seed))).tobytes() for seed in range(6)}) == 6


def test_one_word_changes_one_thing() -> None:
    before = decide(roles()["person"], {}, None, Chance(3))
    after = decide(roles()["person"], {"hair": "#b1502a"}, None, Chance(3))
    assert after.hair == Colour.of("#b1502a")
    assert (after.skin, after.main, after.cut, after.pose) == (before.skin, before.main, before.cut, before.pose)


@pytest.mark.parametrize("role", ["woman", "fisherman", "wizard", "knight", "chef"])
def test_an_asked_colour_dyes_the_main_garment(role: str) -> None:
    asked = Colour.of("#2f9a5a")
    look = Look(light=PLAIN, colour=asked, attributes={"pose": "standing", "prop": ""}, chance=Chance(2))
    pixels = painted(Person(role), look)
    solid = pixels[pixels[..., 3] > 250][:, :3] / 255
    tones = np.array([to_oklch(Colour(*map(float, one))) for one in solid])
    near = (np.abs((tones[:, 2] - to_oklch(asked)[2] + 180) % 360 - 180) < 15) & (tones[:, 1] > 0.05)
    assert near.mean() > 0.12


def test_the_colour_of_the_clothes_wins_over_the_colour_of_the_person() -> None:
    words = {"clothes colour": "#c02020", "clothes": "dress"}
    traits = decide(roles()["woman"], words, Colour.of("#2020c0"), Chance(1))
    assert traits.main == Colour.of("#c02020")
    assert traits.cut == "dress"
    assert decide(roles()["woman"], {"clothes colour": "reddish"}, None, Chance(1)).main != Colour.of("#c02020")


def test_beards_and_age_show() -> None:
    old = decide(roles()["person"], {"beard": "long", "age": "old"}, None, Chance(1))
    assert old.sex == "man"
    assert old.beard == "long"
    assert old.hair in {Colour.of(one) for one in looks().old_hairs}
    assert decide(roles()["boy"], {}, None, Chance(1)).beard == ""


def test_the_hand_point_lies_on_the_drawing_and_turns_with_it() -> None:
    person, box = Person("man"), Box(0, 0, 200, 300)
    look = Look(attributes={"pose": "holding"}, chance=Chance(2))
    x, y = person.sketch(look).place_in(box, "hand", flip=False)
    surface = skia.Surface(200, 300)
    person.paint(surface.getCanvas(), box, look)
    assert surface.toarray()[round(y), round(x), 3] > 200
    turned, _ = person.sketch(look).place_in(box, "hand", flip=True)
    assert turned == pytest.approx(200 - x, abs=0.01)
    assert x < 100 < turned


def test_what_is_held_leaves_when_the_hand_is_needed() -> None:
    assert decide(roles()["fisherman"], {}, None, Chance(1)).prop == "rod"
    assert decide(roles()["fisherman"], {"holding": "fish"}, None, Chance(1)).prop == ""
    assert decide(roles()["fisherman"], {"pose": "running"}, None, Chance(1)).prop == ""
    reader = decide(roles()["woman"], {"pose": "reading"}, None, Chance(1))
    assert props.things_of(reader, stances()["reading"]) == ["book"]


def test_moods_change_the_face() -> None:
    faces = {
        painted(Portrait("woman"), Look(attributes={"mood": mood}, chance=Chance(4)), 200).tobytes()
        for mood in ("calm", "happy", "sad", "angry", "surprised", "sleepy")
    }
    assert len(faces) == 6
    whole = {
        painted(Person("woman"), Look(attributes={"mood": mood, "pose": "hips"}, chance=Chance(4)), 200).tobytes()
        for mood in EXPRESSIONS
    }
    assert len(whole) == len(EXPRESSIONS)


def test_the_dark_side_of_a_face_is_away_from_the_light() -> None:
    def lean(x: float) -> float:
        look = Look(light=Light(x=x, height=0.5), chance=Chance(6), attributes={"haircut": "crop"})
        pixels = painted(Portrait("man"), look, 240)
        grey, middle = pixels[..., :3].mean(axis=2), pixels.shape[1] // 2
        cheek = slice(110, 140)
        return float(grey[cheek, middle - 32 : middle - 18].mean() - grey[cheek, middle + 18 : middle + 32].mean())

    assert lean(-0.9) > lean(0.9) + 20


def test_every_name_in_the_data_has_a_drawing() -> None:
    worn = {
        *parts_table(PEOPLE, "worn.toml"),
        *parts_table(PEOPLE, "behind.toml"),
        *parts_table(PEOPLE, "on_face.toml"),
    }
    drawn_by_code = {"pointed-ears", "clown-nose", "stars", "gloves", "boxing-gloves"}
    for name, role in roles().items():
        assert role.hat in {"", *hats.hats()}, name
        assert role.prop in {"", *props.props()}, name
        assert role.pose in {"", *stances()}, name
        assert set(role.worn) <= worn | drawn_by_code, name
    for word, garb in looks().clothes.items():
        assert garb.hat in {"", *hats.hats()}, word
        assert set(garb.worn) <= worn | drawn_by_code, word
    for name, hold in props.holds().items():
        assert name in props.props()
        assert hold.pose in stances(), name
    for name, stance in stances().items():
        assert set(stance.props) <= set(props.props()), name
    assert {stance for those in looks().poses.values() for stance in those} <= set(stances())
    for cut in {*looks().men_cuts, *looks().women_cuts}:
        assert f"front {FRONTS.get(cut, cut)}" in hair()


def test_each_garment_has_its_own_colour() -> None:
    words = {"clothes": "coat, scarf, boots", "coat colour": "#206040", "scarf colour": "#c02020"}
    traits = decide(roles()["woman"], words, None, Chance(2))
    assert (traits.cut, traits.main, traits.accent) == ("coat", Colour.of("#206040"), Colour.of("#c02020"))
    assert "scarf" in traits.worn
    assert traits.boots
    hat = decide(roles()["man"], {"clothes": "top hat", "clothes colour": "#102030"}, None, Chance(2))
    assert (hat.hat, hat.hat_colour) == ("top-hat", Colour.of("#102030"))


@pytest.mark.parametrize("word", ["striped", "spotted", "checkered"])
def test_words_for_cloth_make_a_pattern(word: str) -> None:
    assert decide(roles()["chef"], {"material": word}, None, Chance(1)).pattern in {"stripes", "dots", "plaid"}
    assert decide(roles()["chef"], {"material": "wooden"}, None, Chance(1)).pattern == ""


def test_hands_reach_where_the_pose_says() -> None:
    for age in ("adult", "child"):
        traits = decide(roles()["man"], {"age": age, "pose": "reading"}, None, Chance(1))
        stance = stances()["reading"]
        joints = place_joints(traits, stance)
        assert isinstance(stance.near_at, tuple)
        aim = joints.trunk(stance.near_at[0] * joints.body, stance.near_at[1])
        assert joints.near_arm.end == pytest.approx(aim, abs=0.02)


def test_whatever_the_hands_do_the_legs_can_sit() -> None:
    words = {"pose": "reading", "seated": "yes"}
    traits = decide(roles()["woman"], words, None, Chance(1))
    stance = stance_of(traits)
    assert stance.near_leg == stances()["seated"].near_leg
    assert stance.far_at == stances()["reading"].far_at
    assert props.things_of(traits, stance) == ["book"]


@pytest.mark.parametrize("pose", ["drinking", "singing", "saluting", "thinking"])
def test_no_elbow_hides_the_face(pose: str) -> None:
    joints = place_joints(decide(roles()["woman"], {"pose": pose}, None, Chance(3)), stances()[pose])
    assert joints.far_arm.middle[1] > joints.head[1] + 0.5 * joints.size


@pytest.mark.parametrize(("age", "least", "most"), [("adult", 5.4, 7), ("child", 3.8, 5.2), ("toddler", 3.2, 4.3)])
def test_heads_go_into_bodies_as_they_do_in_life(age: str, least: float, most: float) -> None:
    joints = place_joints(decide(roles()["man"], {"age": age}, None, Chance(1)), stances()["standing"])
    height = -(joints.head[1] - joints.size)
    assert least < height / (2 * joints.size) < most


def test_what_a_calling_carries_replaces_what_the_doing_would_need() -> None:
    baker = decide(roles()["baker"], {}, None, Chance(1))
    assert props.things_of(baker, stances()["carrying"]) == ["bread-tray"]
    carrier = decide(roles()["woman"], {"pose": "carrying"}, None, Chance(1))
    assert props.things_of(carrier, stances()["carrying"]) == ["box"]
    busy = decide(roles()["woman"], {"pose": "carrying", "prop": ""}, None, Chance(1))
    assert props.things_of(busy, stances()["carrying"]) == []


def test_find_knows_people_and_portraits() -> None:
    assert find("person:").aspect == find("person:person").aspect
    assert find("bust:fisherman").aspect > 0.5
    for art in ("person:jabberwock", "bust:jabberwock"):
        with pytest.raises(UnknownArt):
            find(art)
