"""Edits of what charts, menus, lists, timelines and infographics tell: their rows, numbers and forms.

`rows` turns all of them into rows and back, `reading` finds which row some words mean, `follow` changes rows,
`forms` the shape of a chart; `words.toml` holds the words.
"""
