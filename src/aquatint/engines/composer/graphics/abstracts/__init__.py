"""Abstract pictures: each module is one way of composing without things."""
