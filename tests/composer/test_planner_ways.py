"""How those move who are said to race, and what moves by itself."""

import pytest

from aquatint.engines.composer.planner.author import author


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("swimmers racing in a pool", "swimming"),
        ("three frogs racing in a pond", "swimming"),
        ("two kids racing on bicycles", "cycling"),
        ("a boy on a sled racing downhill", "seated"),
        ("a boy racing in the park", "running"),
        ("a goalkeeper diving to the left", "diving save"),
    ],
)
def test_place_and_vehicle_tell_how_one_moves(prompt: str, pose: str) -> None:
    assert author(prompt, seed=1).scene.items[0].attributes.get("pose", "") == pose


def test_who_races_a_car_is_in_it() -> None:
    man, car = author("a man racing a go kart", seed=1).scene.items
    assert (man.relation, man.target) == ("riding", car.id)


@pytest.mark.parametrize("prompt", ["a house with sparks flying", "a knight with sparks flying"])
def test_what_has_no_drawing_moves_alone(prompt: str) -> None:
    (item,) = author(prompt, seed=1).scene.items
    assert "pose" not in item.attributes


def test_who_has_what_is_not_drawn_still_acts() -> None:
    man = author("a man with tattoos riding a motorcycle", seed=1).scene.items[0]
    assert man.attributes["pose"] == "motoring"


@pytest.mark.parametrize("prompt", ["a climbing wall", "a swimming cap"])
def test_a_thing_for_a_doing_does_not_do_it(prompt: str) -> None:
    (item,) = author(prompt, seed=1).scene.items
    assert "pose" not in item.attributes
