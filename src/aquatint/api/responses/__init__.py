"""The Responses API.

fields     the parameters of a call, one table
content    its input: messages, pictures, references
tool       the image tool and which tools may be chosen
reading    all of that in order: from a body to an `Ask`
context    what was said before, and the pictures of the thread
items      items as they are stored, and as they are shown
events     what a turn tells while it goes on
turn       the turn itself: the director decides, pictures are made, items come of it
routes     the endpoints
"""
