"""Who decides, on each turn of a conversation, whether to draw, to edit or just to answer.

contract  what a director is: turns in, moves out
rules     the director that is built in; it needs no model

A director reads words and plans. It knows no HTTP and no pixels: pictures are cards to it.
"""
