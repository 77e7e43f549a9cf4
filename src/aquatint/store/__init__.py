"""What the server remembers: responses and their items, conversations, files, and the bytes of pictures.

schema      the tables
migrations  how a database of an earlier version becomes one of this version
database    opening SQLite or PostgreSQL; reading and writing
records     the rows as data
threads     responses and the items before them
items       lists of items, page by page
conversations, files
blobs       bytes: a folder here, object stores in `remote_blobs`
sweeping    the end of what is too old, and of turns whose server is gone
store       all of that behind one door

No HTTP and no pixels: bodies are JSON that this room does not read, pictures are bytes under a key.
"""
