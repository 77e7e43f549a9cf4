"""What the built-in director makes of what people say."""

from __future__ import annotations

import pytest

from aquatint.director.contract import Card
from aquatint.director.rules.words import reply
from aquatint.errors import NoImageToEdit

from .talks import Talk, after


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("draw a fox in the snow", "a fox in the snow"),
        ("Could you please draw me a picture of a red fox?", "a red fox"),
        ("a whale under the moon", "a whale under the moon"),
        ("hi! I'd like a sticker of a frog, please", "a sticker of a frog"),
        ("Generate an image showing two cats on a sofa", "two cats on a sofa"),
        ("show me a castle", "a castle"),
        ("a poster that says GRAND OPENING", 'a poster that says "GRAND OPENING"'),
        ("a fox?", "a fox"),
        ("mountains at sunset, oil painting", "mountains at sunset, oil painting"),
    ],
)
async def test_new_pictures(text: str, prompt: str) -> None:
    assert (await Talk().say(text))[0] == [f"generate: {prompt}"]
    talk = await after("draw a boat")
    assert (await talk.say(text))[0] == [f"generate: {prompt}"]


@pytest.mark.parametrize(
    ("text", "instruction"),
    [
        ("add a lighthouse", "add a lighthouse"),
        ("please make the boat red", "make the boat red"),
        ("now at night, in the rain", "at night, in the rain"),
        ("without the boat", "without the boat"),
        ("can the boat be blue?", "make the boat blue"),
        ("what would it look like in winter?", "in winter"),
        ("make it a watercolour", "make it a watercolour"),
        ("make it bigger", "make the boat bigger"),
        ("bigger", "make the boat bigger"),
        ("put a hat on it", "put a hat on the boat"),
        ("how about a ship instead?", "replace the boat with a ship"),
        ("nice, now add a bird", "add a bird"),
        ("draw a bird above the boat", "draw a bird above the boat"),
        ("That's great! Thanks. Now add a bird.", "add a bird"),
        ("red boat at night please", "red boat at night"),
        ("a bit bigger", "make the boat a bit bigger"),
        ("red", "make the boat red"),
        ("again, but blue", "make the boat blue"),
        ("do the same thing as a pencil drawing", "as a pencil drawing"),
        ("make it a ship", "replace the boat with a ship"),
        ("what if it were a ship?", "replace the boat with a ship"),
        ("no boat", "no boat"),
        ("I want a full moon behind it", "add a full moon behind the boat"),
        ("I want it to be black", "make the boat black"),
        ("make two of them", "make the boat two"),
        ("only one", "make the boat one"),
        ("can I have it in black and white?", "make it in black and white"),
        ("could I have a bird above it?", "add a bird above the boat"),
        ("flip it", "flip it"),
        ("add two kids, one of them red", "add two kids, one of them red"),
        ("two more boats please", "add two more boats"),
        ('write "Hello" on it', 'write "Hello" on it'),
        ("make the picture brighter", "make the picture brighter"),
    ],
)
async def test_edits(text: str, instruction: str) -> None:
    talk = await after("draw a boat on a lake")
    assert (await talk.say(text))[0] == [f"edit p1: {instruction}"]


async def test_it_is_what_was_spoken_of_last() -> None:
    talk = await after("draw a boat on a lake", "add a lighthouse", "at night")
    assert (await talk.say("make it red"))[0] == ["edit p3: make the lighthouse red"]
    assert (await talk.say("make it snowy"))[0] == ["edit p4: make it snowy"]


async def test_an_edit_that_does_nothing_is_not_passed_off_as_one() -> None:
    talk = await after("draw a boat on a lake")
    _, answer = await talk.say("make the boat quantum")
    assert answer.startswith("I could not do that, so the picture is as it was.")


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("make the first one blue", ["edit p1: make the fox blue"]),
        ("the first one, but at night", ["edit p1: at night"]),
        ("in picture 1 make the fox blue", ["edit p1: in it make the fox blue"]),
        ("show me the first picture again", ["show p1"]),
        ("show me the fox again", ["show p1"]),
        ("go back to the first one", ["show p1"]),
        ("go back", ["show p2"]),
        ("undo that", ["show p2"]),
        ("I don't like it, go back", ["show p2"]),
        ("show me both", ["show p2", "show p3"]),
        ("I want to see the first one", ["show p1"]),
        ("show me the version before that", ["show p2"]),
        ("I like number 2", ["show p2"]),
        ("let's go with the first one and make it red", ["edit p1: make the fox red"]),
        ("both of them in the snow", ["edit p2: it in the snow", "edit p3: it in the snow"]),
    ],
)
async def test_pointing_at_pictures(text: str, done: list[str]) -> None:
    talk = await after("draw a fox", "draw an owl", "put a hat on it")
    assert (await talk.say(text))[0] == done


async def test_going_back_further_and_further() -> None:
    talk = await after("draw a fox", "at night", "add a moon")
    assert [(await talk.say("undo"))[0] for _ in range(3)] == [["show p2"], ["show p1"], []]


async def test_of_pictures_made_together_the_second_is_the_second_of_these() -> None:
    talk = await after("draw a boat", "draw a fox and, separately, an owl")
    assert (await talk.say("make the second one blue"))[0][0].startswith("edit p3: ")
    assert (await talk.say("make the fifth one blue")) == ([], reply("no_such_picture"))


@pytest.mark.parametrize(
    ("text", "prompts"),
    [
        ("draw a fox and, separately, an owl", ["a fox", "an owl"]),
        ("draw two pictures: a fox and, separately, an owl", ["a fox", "an owl"]),
        ("draw a cat and a dog as two separate pictures", ["a cat", "a dog"]),
        ("two pictures: a fox and an owl", ["a fox", "an owl"]),
        ("three pictures of a cat on a sofa", ["a cat on a sofa"] * 3),
        ("draw three foxes", ["three foxes"]),
        ("a cat and a dog in separate pictures", ["a cat", "a dog"]),
        ("I want 3 different logos for a bakery", ["a logo for a bakery"] * 3),
        ("draw a fox. Then draw an owl", ["a fox", "an owl"]),
    ],
)
async def test_several_pictures(text: str, prompts: list[str]) -> None:
    done, _ = await Talk().say(text)
    assert done == [f"generate: {prompt}" for prompt in prompts]


async def test_another_kind_of_picture_of_the_same_things() -> None:
    talk = await after("draw two boats on the sea at dawn", "make the boats red", "add a lighthouse")
    done, _ = await talk.say("make it a poster that says OPEN")
    assert done == ['generate: a poster of two red boats and a lighthouse, on the sea, at dawn, that says "OPEN"']
    alone = await after("draw a fox in the snow")
    done, _ = await alone.say("turn it into a birthday card for Anna")
    assert done == ["generate: a birthday card for Anna with a fox in the snow"]


async def test_another_version() -> None:
    talk = await after("draw a fox in the snow")
    assert (await talk.say("try again"))[0] == ["generate: a fox in the snow"]
    await talk.say("make the fox blue")
    assert (await talk.say("another version"))[0][0].startswith("generate: a blue fox")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hello", "greeting"),
        ("Thanks!", "thanks"),
        ("Thank you so much, you're great!", "praise"),
        ("who are you?", "identity"),
        ("what can you do", "help"),
        ("write me a poem about a fox", "foreign"),
        ("surprise me", "surprise"),
        ("draw a picture", "surprise"),
        ("start over", "restart"),
        ("as a jpeg", "settings"),
        ("landscape please", "settings"),
        ("ok perfect, thank you very much", "thanks"),
        ("what can you not do?", "limits"),
        ("draw it", "surprise"),
        ("are you able to draw people?", "help"),
        ("make it blue", "no_picture"),
        ("remove the boat", "no_picture"),
        ("what colour is the fox?", "no_picture"),
        ("undo", "no_picture"),
        ("xyzzy blorp", "not_understood"),
        ("", "nothing"),
    ],
)
async def test_what_is_only_answered(text: str, topic: str) -> None:
    assert await Talk().say(text) == ([], reply(topic))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what colour is the umbrella?", "The umbrella is red."),
        ("how many dogs are there?", "There are two dogs."),
        ("is there a cat?", "No, there is no cat in the plan of this picture."),
        ("is the umbrella blue?", "No. The umbrella is red."),
        ("is it raining?", "Yes: the weather is rain."),
        ("what time of day is it?", "It is night."),
        ("is it night?", "Yes, it is night."),
        ("what size is it?", "It is 1024 pixels wide and 1024 pixels high."),
        ("what's the seed?", "Its seed is 1."),
        ("what format is it?", "It is a PNG file."),
        ("how many people are there?", "One: a girl."),
        ("what animals are there?", "Two dogs."),
        ("how many pictures are there?", "There is one so far."),
        ("what is the capital of France?", reply("unknown")),
        ("did you leave anything out?", "I could not draw: zorbs."),
    ],
)  # fmt: skip
async def test_questions(question: str, answer: str) -> None:
    talk = await after("a girl holding a red umbrella next to two dogs and zorbs at night in the rain")
    assert await talk.say(question) == ([], answer)


async def test_questions_about_a_whole_picture_and_its_words() -> None:
    talk = await after('a poster of a fox with the title "HELLO"')
    assert (await talk.say("what does it say?"))[1] == 'It says "HELLO".'
    assert "a fox" in (await talk.say("what is in the picture?"))[1]
    girl = await after("a girl wearing a red hat next to a dog")
    assert (await girl.say("describe it"))[1].startswith("A girl wearing a red hat beside a dog; the place is ")


async def test_pictures_that_others_made() -> None:
    talk = Talk()
    done, _ = await talk.say("make it brighter", Card(id="x"))
    assert done == ["edit p1: make it brighter"]
    other = Talk()
    assert await other.say("what is in this picture?", Card(id="x")) == ([], reply("foreign_picture"))
    assert await other.say("", Card(id="x")) == ([], reply("what_to_do"))


async def test_what_the_caller_allows() -> None:
    talk = await after("draw a fox")
    assert await talk.say("draw an owl", may_paint=False) == ([], reply("no_tool"))
    assert (await talk.say("how many foxes are there?", may_paint=False))[1] == "There is one fox."
    assert (await talk.say("hello", must_paint=True))[0] == ["edit p1: hello"]
    assert (await talk.say("make it blue", action="generate"))[0] == ["generate: a fox, in a forest, blue"]
    assert (await talk.say("draw an owl", action="edit"))[0] == ["edit p3: draw an owl"]
    with pytest.raises(NoImageToEdit):
        await Talk().say("draw an owl", action="edit")


async def test_instructions_choose_the_style_where_the_words_do_not() -> None:
    style = "You are a painter. Always paint in watercolour."
    assert (await Talk().say("a fox", instructions=style))[0] == ["generate: a fox, in the style: watercolour"]
    assert (await Talk().say("a fox as pixel art", instructions=style))[0] == ["generate: a fox as pixel art"]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("make it square", "edit p1: keep everything as it is [1024x1024]"),
        ("landscape please", "edit p1: keep everything as it is [1536x1024]"),
        ("in landscape format please", "edit p1: keep everything as it is [1536x1024]"),
        ("can you make it 16:9?", "edit p1: keep everything as it is [1584x880]"),
        ("as 1536x864", "edit p1: keep everything as it is [1536x864]"),
        ("draw an owl in portrait format", "generate: an owl [1024x1536]"),
        ("at night, in widescreen format", "edit p1: at night [1536x864]"),
        ("draw a portrait of a king", "generate: a portrait of a king"),
        ("a square table", "generate: a square table"),
        ('a poster that says "FRI 3:2, square format"', 'generate: a poster that says "FRI 3:2, square format"'),
        ("a clock at 10:30", "generate: a clock at 10:30"),
    ],
)
async def test_shapes(text: str, done: str) -> None:
    talk = await after("draw a fox in the snow")
    assert (await talk.say(text, open_size=True))[0] == [done]


async def test_shapes_are_the_callers_where_the_caller_says_so() -> None:
    talk = await after("draw a fox in the snow")
    assert await talk.say("make it 16:9") == ([], reply("settings"))
