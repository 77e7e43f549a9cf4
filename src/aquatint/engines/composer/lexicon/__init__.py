"""What the composer knows about words: nouns with their art and real size, colours, counts, places, styles.

All knowledge is in the data files beside this module; `nouns` and `vocabulary` read them.
"""
