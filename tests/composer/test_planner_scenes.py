"""Prompts and the scenes that they ask for: nouns, counts, colours, relations, settings."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author, choose_aspect
from aquatint.engines.composer.planner.parse import read_phrases
from aquatint.engines.composer.scene import Item, Scene

COLOURS = table("words/colours")["colours"]


def scene(prompt: str) -> Scene:
    return author(prompt, seed=1).scene


def line(item: Item) -> str:
    """An item in words: "3 apple #4b9b45 x0.7 on table-1 strewn"."""
    parts = [
        str(item.count),
        item.id.rpartition("-")[0],
        item.colour,
        f"x{item.scale:.2g}" if item.scale != 1 else "",
    ]
    parts += [f"{item.relation} {item.target}" if item.relation else "", "strewn" if item.spread else ""]
    return " ".join(part for part in parts if part)


def lines(prompt: str) -> list[str]:
    return [line(item) for item in scene(prompt).items]


RED, BLUE, GREEN, YELLOW, WHITE, BLACK = (COLOURS[w] for w in ("red", "blue", "green", "yellow", "white", "black"))


@pytest.mark.parametrize(
    ("prompt", "items"),
    [
        # Counts.
        ("a cat", ["1 cat"]),
        ("five penguins on an iceberg", ["5 penguin"]),
        ("a dozen red roses", ["12 rose"]),
        ("7 ducks", ["7 duck"]),
        ("several sheep", ["5 sheep"]),
        ("a pair of swans", ["2 swan"]),
        ("a flock of birds", ["9 bird"]),
        ("two pairs of owls", ["4 owl"]),
        ("twenty-five stars", ["25 star"]),
        ("a school of fish", ["11 fish"]),
        ("hundreds of balloons", ["100 balloon"]),
        ("a single tree", ["1 tree"]),
        ("a wolf pack", ["6 wolf"]),
        # Colours.
        ("three green apples and two yellow bananas", ["3 apple", "2 banana"]),
        ("a blue car and a red house", [f"1 car {BLUE}", f"1 house {RED}"]),
        ("an orange cat and an orange", ["1 cat", "1 orange"]),
        ("two oranges", ["2 orange"]),
        ("red, green and blue balloons", ["2 balloon", f"2 balloon {GREEN}", f"2 balloon {BLUE}"]),
        ("four blue and two red cars", [f"4 car {BLUE}", "2 car"]),
        ("the car is blue and the house is white", [f"1 car {BLUE}", f"1 house {WHITE}"]),
        ("a black dog", [f"1 dog {BLACK}"]),
        ("a black cat", ["1 cat"]),
        ("a golden crown", ["1 crown"]),
        ("a dark green pine tree", [f"1 pine-tree {COLOURS['dark green']}"]),
        ("a big, blue elephant", [f"1 elephant {BLUE} x1.4"]),
        ("a pink rose and a rose cake", [f"1 rose {COLOURS['pink']}", f"1 cake {COLOURS['rose']}"]),
        # Sizes.
        ("a huge elephant and a tiny mouse", ["1 elephant x1.8", "1 mouse x0.5"]),
        ("a baby elephant", ["1 baby-elephant"]),
        # Compounds and kinds of things.
        ("a sports car", ["1 sports-car"]),
        ("an ice cream cone and an ice cube", ["1 ice-cream-cone", "1 ice-cube"]),
        ("a golden retriever puppy", ["1 golden-retriever-puppy"]),
        ("a bowl of ramen", ["1 ramen"]),
        ("three bowls of rice", ["3 rice"]),
        ("a slice of pizza and a glass of beer", ["1 slice-of-pizza", "1 beer"]),
        ("a basket of apples", ["1 basket", "5 apple in basket-1"]),
        ("a bouquet of flowers in a vase", ["1 bouquet in vase-1", "1 vase"]),
        # Relations.
        ("a cat to the left of a blue car, a tree behind", ["1 cat left of car-1", f"1 car {BLUE}",
        "1 tree behind car-1"]),
        ("a cat on a sofa", ["1 cat on sofa-1", "1 sofa"]),
        ("a cat and a dog on a sofa", ["1 cat on sofa-1", "1 dog on sofa-1", "1 sofa"]),
        ("a dog under a tree", ["1 dog under tree-1", "1 tree"]),
        ("a house between two trees", ["1 house between tree-1", "2 tree"]),
        ("a knight riding a white horse", ["1 knight riding horse-1", "1 horse"]),
        ("a wizard reading a book", ["1 wizard", "1 book holding wizard-1"]),
        ("a robot holding a red balloon", ["1 robot", "1 balloon holding robot-1"]),
        ("a woman holding an umbrella and a basket", ["1 woman", "1 umbrella holding woman-1",
        "1 basket holding woman-1"]),
        ("a cat wearing a crown and sunglasses", ["1 cat", "1 crown wearing cat-1", "1 sunglasses wearing cat-1"]),
        ("a snowman with a red scarf", ["1 snowman", "1 scarf wearing snowman-1"]),
        ("children around a campfire", ["3 child around campfire-1", "1 campfire"]),
        (
            "two astronauts playing chess",
            [
                "2 astronaut on chair-1",
                "1 dining-table",
                "1 chessboard on dining-table-1",
                "2 chair around dining-table-1",
            ],
        ),
        ("a tree next to a house", ["1 tree beside house-1", "1 house"]),
        ("a house with a tree behind it", ["1 house", "1 tree behind house-1"]),
        ("a cat in front of a door", ["1 cat in front of door-1", "1 door"]),
        ("a rabbit in a basket", ["1 rabbit in basket-1", "1 basket"]),
        ("a cat on the left and a dog on the right", ["1 cat left of dog-1", "1 dog"]),
        ("a bird above a house under the stars", ["1 bird above house-1", "1 house"]),
        ("a castle surrounded by trees", ["1 castle", "3 tree around castle-1"]),
        # Strewn over the ground.
        ("a field of red tulips", [f"60 tulip {RED} strewn"]),
        ("a dog in a sunflower field", ["1 dog"]),
        # Verbs are no nouns.
        ("people watch a movie", ["3 person"]),
        ("a boy flying a kite", ["1 boy", "1 kite holding boy-1"]),
        # What is not wanted is not drawn.
        ("a beach without people", []),
        ("a cat, no dogs, and a bird", ["1 cat", "1 bird"]),
        ("a tree without leaves or fruit", ["1 tree"]),
        # People who come together, and what they have.
        ("a family", ["1 man", "1 woman", "1 boy", "1 girl"]),
        ("an elderly couple", ["1 grandmother", "1 grandfather"]),
        ("a man with a book walking his dog", ["1 man", "1 book holding man-1", "1 dog holding man-1"]),
        ("a woman with a cat", ["1 woman", "1 cat"]),
        ("a three-headed dog", ["1 dog"]),
        ("a basket full of flowers", ["1 basket", "5 flower in basket-1"]),
        ("a hibiscus flower", ["1 hibiscus"]),
        ("a bird on a zorblax", ["1 bird"]),
        # Numbers of several words, ranges, and more than can be drawn.
        ("a hundred and one dalmatians", ["101 dalmatian"]),
        ("between 10 and 12 ducks", ["12 duck"]),
        ("3-5 sheep", ["5 sheep"]),
        ("two hundred birds", ["200 bird"]),
        ("5000 cats", ["200 cat"]),
        ("1,000 owls", ["200 owl"]),
        ("a 1957 car", ["1 car"]),
        ("a $500 car", ["1 car"]),
        ("a 5 meter robot", ["1 robot"]),
        ("1957 cars", ["200 car"]),
        # Colours of single ones.
        ("three balloons: red, yellow and blue", [f"1 balloon {RED}", f"1 balloon {YELLOW}", f"1 balloon {BLUE}"]),
        ("four birds: two blue, one red", ["4 bird"]),
        ("Two cats on a fence. The first is black and the second is white.",
        ["2 cat on fence-1", "1 fence"]),
        ("two dogs, one black and one white", [f"1 dog {BLACK}", f"1 dog {WHITE}"]),
        ("Two balloons. One is red, the other is green.", [f"1 balloon {RED}", f"1 balloon {GREEN}"]),
        ("three cats in a row: one black, one white and one orange", [f"1 cat {BLACK}", f"1 cat {WHITE}",
        f"1 cat {COLOURS['orange']}"]),
        ("two apples and one orange", ["2 apple", "1 orange"]),
        ("five children: three boys and two girls", ["3 boy", "2 girl"]),
        ("the car that stands in front of the house is red", [f"1 car {RED} in front of house-1", "1 house"]),
        ("the left house is red, the right house is blue", [f"1 house {RED}", f"1 house {BLUE}"]),
        ("a vase with 12 roses next to a window", ["1 vase beside window-1", "12 rose in vase-1", "1 window"]),
        ("a girl with a cat at her feet", ["1 girl", "1 cat beside girl-1"]),
        ("a box, full of apples and a cat", ["1 box", "5 apple in box-1", "1 cat"]),
        # The same thing again, and relations that open a clause.
        ("There is a vase. In the vase there are three roses.", ["1 vase", "3 rose in vase-1"]),
        ("a robot in front of a dragon, behind them a castle",
        ["1 robot in front of dragon-1", "1 dragon", "1 castle behind dragon-1"]),
        ("a cat, on a sofa", ["1 cat on sofa-1", "1 sofa"]),
        ("a bowl of oranges beside a vase with tulips", ["1 bowl beside vase-1", "5 orange in bowl-1", "1 vase",
        "5 tulip in vase-1"]),
        # Not wanted.
        ("a street with neither cars nor people", []),
        ("not a cat but a dog", ["1 dog"]),
        # Whose something is.
        ("a monster under a child's bed", ["1 bigfoot under bed-1", "1 bed"]),
        ("a cat on a chair by the window", ["1 cat on chair-1", "1 chair"]),
        ("three windows and a cat", ["3 window", "1 cat"]),
        ("a red window and a cat", ["1 window #d62f35", "1 cat"]),
        ("a grandmother reading to three children", ["1 grandmother", "3 child facing grandmother-1"]),
        ("a boy on his father's shoulders", ["1 boy on father-1", "1 father"]),
        ("a cat on the roof of a barn", ["1 cat on barn-1", "1 barn"]),
        ("a cat on a roof", ["1 cat on house-1", "1 house"]),
        # Parts are no things.
        ("a house with a red door and white windows", ["1 house"]),
        ("a cat with big ears", ["1 cat"]),
    ],
)  # fmt: skip
def test_items(prompt: str, items: list[str]) -> None:
    assert lines(prompt) == items


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a red fox in a snowy pine forest at dusk, watercolor",
         {"backdrop": "forest", "time": "dusk", "weather": "snow", "season": "winter", "style": "watercolor"}),
        ("a whale flying above a city at night, neon", {"backdrop": "city", "time": "night", "style": "neon"}),
        ("apples on a wooden table", {"backdrop": "table"}),
        ("two astronauts on the moon", {"backdrop": "moon"}),
        ("a cow jumping over the moon", {"backdrop": "farm", "time": "night"}),
        ("a lion having tea in a garden", {"backdrop": "garden"}),
        ("a car racing through the desert at sunset", {"backdrop": "desert", "time": "dusk"}),
        ("a wizard in a library, oil painting", {"backdrop": "library", "style": "oil"}),
        ("penguins on an iceberg", {"backdrop": "arctic ice"}),
        ("a cyberpunk street at night, neon", {"backdrop": "neon street", "time": "night", "style": "neon"}),
        ("modern living room with a sofa and a lamp", {"backdrop": "living room", "mood": "modern"}),
        ("a castle on a mountain in fog", {"backdrop": "mountain", "weather": "fog"}),
        ("a tree on a hill in autumn", {"backdrop": "hilltop", "season": "autumn"}),
        ("a boat on a lake at dawn", {"backdrop": "lake", "time": "dawn"}),
        ("a shark", {"backdrop": "underwater"}),
        ("a fisherman by the sea", {"backdrop": "beach"}),
        ("a ship on the sea", {"backdrop": "sea"}),
        ("a lone teapot", {"backdrop": "table"}),
        ("a hammer on a white background", {"backdrop": "studio"}),
        ("close-up of a bee", {"camera": "close"}),
        ("aerial view of a city", {"camera": "aerial", "backdrop": "city from above"}),
        ("a dog in the rain", {"weather": "rain"}),
        ("low poly fox", {"style": "low-poly"}),
        ("a bicycle, blueprint", {"style": "blueprint"}),
        ("linocut print of an owl", {"style": "woodcut"}),
        ("a paper-cut deer", {"style": "paper-cut"}),
        ("8-bit dragon", {"style": "pixel"}),
        ("a moon over a house", {"time": "night", "backdrop": "meadow"}),
        ("an abstract painting of jazz in blue and gold",
         {"kind": "abstract", "palette": [BLUE, COLOURS["gold"]], "items": []}),
        ("poster for a jazz night with a saxophone, art deco", {"kind": "poster", "mood": "deco",
        "subject": "jazz night"}),
        ("a logo for a coffee shop, minimal, transparent background",
         {"kind": "logo", "transparent": True, "subject": "coffee shop", "mood": "minimal"}),
        ("a map-like isometric island with a lighthouse", {"kind": "isometric", "subject": "island"}),
        ("portrait of an old fisherman, oil painting", {"kind": "portrait", "style": "oil"}),
        ("flyer for a book club", {"kind": "poster"}),
        ("wedding invitation with roses", {"kind": "card", "subject": "wedding"}),
        ("fox sticker", {"kind": "sticker"}),
        ("seamless pattern of lemons", {"kind": "pattern"}),
        ("app icon with a rocket", {"kind": "icon"}),
        ("a man holding a card", {"kind": "scene"}),
        ("a girl looking at a poster", {"kind": "scene"}),
        ("abstract poster", {"kind": "poster"}),
        ("love", {"backdrop": "studio"}),
        ("a whale flying through the clouds", {"backdrop": "sky"}),
        ("rain falling on a lighthouse", {"weather": "rain"}),
    ],
)  # fmt: skip
def test_settings(prompt: str, expected: dict[str, object]) -> None:
    made = scene(prompt).to_plan()
    assert {name: made[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("prompt", "attributes"),
    [
        ("an old fisherman", {"age": "old"}),
        ("a 7-year-old girl", {"age": "child"}),
        ("a girl laughing", {"mood": "laughing"}),
        ("the boy is sad", {"mood": "sad"}),
        ("a blonde girl", {"hair": COLOURS["blonde"]}),
        ("a 30 year old woman", {"age": "adult"}),
        ("a young woman with red hair", {"age": "young", "hair": "#b1502a"}),
        ("a man with a long white beard", {"beard": "long", "hair": "#eeeae2"}),
        ("a girl in a red dress", {"clothes": "dress", "clothes colour": RED}),
        ("a woman in red", {"clothes colour": RED}),
        (
            "a girl in a red dress and a blue jacket",
            {"clothes": "dress, jacket", "clothes colour": RED, "jacket colour": BLUE},
        ),
        ("an eagle in the sky", {"pose": "flying"}),
        ("a smiling boy", {"mood": "happy"}),
        ("a sleeping fox", {"pose": "sleeping"}),
        ("a girl in a striped shirt", {"clothes": "shirt", "pattern": "striped"}),
        ("a cat with black spots", {"pattern": "spots", "pattern colour": BLACK}),
        ("a fox sleeping under a tree", {"pose": "sleeping"}),
        ("a whale above a city", {"pose": "flying"}),
        ("a wooden fish bowl", {"material": "wooden"}),
        ("children playing in a garden", {"pose": "playing"}),
        ("a man playing the violin", {"pose": "playing violin"}),
        ("a man playing the banjo", {"pose": "playing guitar", "prop": ""}),
        ("a woman holding a cup", {"pose": "holding", "prop": ""}),
        ("a wizard reading a book", {"pose": "reading", "prop": ""}),
        ("two astronauts playing chess", {"pose": "seated"}),
    ],
)
def test_attributes(prompt: str, attributes: dict[str, str]) -> None:
    assert scene(prompt).items[0].attributes == attributes


def test_green_apples_have_their_own_art() -> None:
    assert [item.art for item in scene("a green apple and a red apple and a blue apple").items] == [
        "noto:green-apple", "noto:red-apple", "noto:red-apple",
    ]  # fmt: skip


def test_relations_never_go_round_in_a_circle() -> None:
    items = {
        item.id: item for item in scene("a cat beside a dog, a dog beside a cat, on the left of it a cat").items
    }
    for item in items.values():
        seen = {item.id}
        while item.target:
            assert item.target not in seen
            seen.add(item.target)
            item = items[item.target]


def test_ids_are_stable_and_distinct() -> None:
    assert [item.id for item in scene("a cat, a dog, a cat and a hot dog").items] == [
        "cat-1",
        "dog-1",
        "cat-2",
        "hot-dog-1",
    ]


def test_same_prompt_same_scene() -> None:
    prompt = "three owls and a bear in a snowy forest"
    assert author(prompt, seed=5) == author(prompt, seed=5)


def test_the_caller_may_ask_for_transparency() -> None:
    assert author("a cat", seed=1, transparent=True).scene.transparent


def test_scenes_survive_the_journey_through_metadata() -> None:
    made = scene("a girl in a red dress holding three balloons in a field of tulips, poster 'HELLO - 2 PM'")
    assert Scene.from_plan(made.to_plan()) == made


@pytest.mark.parametrize(
    ("prompt", "size"),
    [("a cat", (1024, 1024)), ("poster of a cat", (1024, 1536)), ("web banner with a cat", (1536, 1024)),
     ("birthday card", (1024, 1536)), ("a giraffe, vertical", (1024, 1536)),
     ("wide poster of a cat", (1536, 1024)),
     ("a cow, 16:9", (1536, 1024)), ("poster of a cat, square format", (1024, 1024)),
     ("a tall man", (1024, 1024)), ("logo of a cat", (1024, 1024)), ("panorama of a city", (1536, 1024))],
)  # fmt: skip
def test_aspect(prompt: str, size: tuple[int, int]) -> None:
    assert choose_aspect(scene(prompt)) == size


def test_phrases_of_instructions() -> None:
    phrases = read_phrases("the two green apples on the left and a big red car")
    assert [(p.noun.key, p.count, p.colour, round(p.scale, 2)) for p in phrases] == [
        ("apple", 2, "", 1.0), ("car", 1, "", 1.35),
    ]  # fmt: skip
