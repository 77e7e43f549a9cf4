"""The composer: an illustrator made of rules. No weights, no GPU, no download.

prompt -> `planner` -> `scene.Scene` -> `layout` -> `backdrops`, `art`, `graphics`, `type` -> `styles` -> pixels
"""
