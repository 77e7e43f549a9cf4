"""What the examples of docs/edits.md are tried on: the prompt of a picture for each of them."""

PAIR = "a cat and a blue car"
MEADOW = "a fox and a rabbit in a meadow, a tree behind"
GIRL = "a girl and a dog, an umbrella and a kite"
POSTER = "poster 'OPEN' with a cat"
TITLED = "poster 'OPEN' 'DAILY' with a cat"
APPLES = "three apples on a table"
CHART = "a bar chart of fruit sales: apples 20, pears 15, plums 8"
MENU = "a menu for Cafe Luna: coffee 3, tea 2.50, cake 4"
TIMELINE = "timeline: 1990 founded, 2005 first shop, 2020 online"
CARD = "business card for Anna Smith, designer, anna@smith.com"
CONCERT = "a poster for a school concert on 12 May at 7pm"
COMIC = "a comic: a dragon drinks tea; a knight comes in; they dance"
MAP = "a treasure map with an island, a volcano and a palm tree"
STEPS = "infographic with steps: sun, rain, sea"

SCENES: dict[str, tuple[str, ...]] = {
    PAIR: (
        "swap the cat and the car", "make the car the same colour as the cat",
        "put the cat on the car", "turn the cat to face right",
        "crop to the cat", "crop the left half", "16:9", "make it wider", "extend it to the left", "more sky",
        "flip the picture", "zoom in", "zoom in on the cat",
    ),
    "a tall picture of a cat and a blue car": ("make it square",),
    MEADOW: (
        "paint the fox gold", "make the fox bigger", "make the fox half its size",
        "make the rabbit as big as the fox",
        "remove everything except the fox", "only keep the fox", "let the fox and the rabbit trade places",
        "bring the rabbit to the foreground", "the tree should be an apple tree", "the fox must go",
        "send the rabbit away", "move the rabbit out of the picture", "no clouds", "without trees",
        "move the fox to the left", "move the rabbit a bit higher",
        "bring the fox closer", "move the fox to the back", "move the tree to the front",
        "put the rabbit under the tree",
        "put the fox and the rabbit in front of the tree", "move the fox closer to the tree",
        "move the fox and the rabbit further apart", "flip the rabbit", "add a bird", "remove the rabbit",
        "turn the fox into a wolf", "at night", "in winter", "make it rain", "in a forest",
        "as a watercolour", "warmer",
        "make the background blue", "remove the background",
        "add the text 'SALE' at the top", "write Hello on it", "stamp SOLD OUT on it",
        "make it a poster that says GRAND OPENING",
        "turn it into a card", "turn it into a sticker", "turn it into a logo", "turn it into a pattern",
    ),
    "a fox and a robot": ("make the fox twice as tall as the robot",),
    "a fox and an owl in a forest": ("a second owl please", "add a bear between the fox and the owl",),
    "a cat on a sofa in a living room": ("put the cat on the floor",),
    GIRL: (
        "colour the girl's coat purple", "don't change the dog, make the girl's coat blue", "turn the dog around",
        "add a hat but only if there is a dog", "zoom in on her face", "make her hair red", "make her coat green",
        "let the girl hold the umbrella", "let the girl wear a red dress",
        "give the dog a hat and her a kite", "put a flower in her hand", "add sunglasses", "let her smile",
        "make the dog sit",
    ),
    "a black cat in a garden": ("the cat should be orange",),
    "a red car and a cat on a street": ("make the car green",),
    "a knight and a horse": (
        "let the knight ride the horse", "make the knight's helmet gold", "take off the knight's helmet",
    ),
    "an old man and a girl on a street": ("let them look at each other",),
    "a man and a girl on a street": (
        "make him older", "the man should be 30 years younger", "let the man smoke a pipe",
    ),
    "portrait of a fisherman with a beard": (
        "shave off his beard", "in front of a window", "put him in front of a harbour",
    ),
    "a house by a lake at night": ("remove the moon",),
    "four balloons over a field": (
        "make the second balloon blue", "make one balloon blue", "one balloon red, one yellow and the others blue",
    ),
    "four cows in a meadow": ("half as many cows", "remove one of the cows"),
    APPLES: (
        "five apples", "two more apples", "one apple less", "fewer apples", "remove all but one apple",
        "there should be 12 apples", "make the left apple green", "add a vase of tulips",
        "the left apple is rotten, remove it", "three oranges instead of the apples",
    ),
    "two pears and a bowl on a table": ("put the pears in a bowl",),
    CONCERT: (
        "add 'Free entry' at the bottom", "change the date to 13 May", "change the time to 8pm",
        "put a violin instead of the microphone", "put it on a black background",
    ),
    COMIC: (
        "let it be night", "in panel 2 let the knight say 'Coffee?'", "add the caption 'Later' to the last panel",
        "add a title 'Tea Time' on top", "make the dragon blue",
    ),
    MAP: ("add a ship", "rename the island to 'Skull Island'", "remove the volcano"),
    TITLED: ("change the second line to 'CLOSED'", "remove the subtitle", "swap the title and the subtitle"),
    "poster 'Open' with a cat": ("make the title all caps",),
    POSTER: (
        "change OPEN to CLOSED", "make the title red", "in a serif font", "turn it into a scene",
        "make the letters a serif", "call it CLOSED", "white letters on navy", "put it on yellow paper",
        "add the date 5 May under the title",
    ),
    CHART: (
        "change apples to 30", "add a bar 'Kiwi' 12", "remove plums", "rename pears to peaches",
        "make it a pie chart",
        "make it horizontal", "change the unit to kg", "make the apples bar red",
        "sort the bars from small to large", "remove the smallest bar", "a line chart instead",
        "use dollars as the unit", "show percentages", "order the bars from shortest to tallest",
        "title it Q1 sales",
    ),
    MENU: (
        "change coffee to 3.50", "add 'Juice' 3.20", "remove the cake", "put the cake first",
        "raise all prices by 1", "put a mocha for 4.20 on the menu", "take the cake off the menu",
        "everything gets 10% more expensive", "use euro signs", "add a heading 'Sweet' above cake",
        "alphabetical order",
    ),
    TIMELINE: ("change 1990 to 1991", "add 2010 'second shop'", "title it 'Our Story'"),
    "checklist: milk, eggs, bread": (
        "add butter to the list", "add 2 litres of juice after milk", "write it on blue paper",
    ),
    CARD: (
        "change the email to x@y.com", "change designer to architect", "she is an engineer now",
        "change her name to Anna Berg",
    ),
    STEPS: ("add a step 'Tap'", "add a fourth step 'Tap'", "remove the last step", "change step 2 to 'Clouds'"),
}  # fmt: skip
BACK = ("undo that", "undo the last two changes", "go back to the original", "bring the rabbit back")
"""Tried after three other edits."""

WITH_PICTURES: dict[str, tuple[str, ...]] = {
    "a cat and a dog beside a tree": (
        "add the second image to the left", "put image 2 and image 3 on the table",
        "replace the dog with image 2",
        "add the logo", "use the colours of image 2", "in the palette of the second image",
    ),
    "a man on a street": ("let the man hold image 2",),
    "a sofa in a living room": ("put the bear from image 2 on the sofa",),
}  # fmt: skip
"""On which further input pictures are tried."""
NEW_SCENES = (
    "these two objects on a wooden table", "put this logo on a poster that says OPEN",
    "this mug on a beach at sunset",
)  # fmt: skip
MASKED = ("remove what is in it", "fill it", "fill it with grass", "replace it with a horse", "make it blue")
PLAIN_GROUND = ("remove the background", "put it in a forest")
