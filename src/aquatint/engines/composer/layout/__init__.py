"""Layout: where each thing of a scene stands, how large it is, and what it faces.

The road: `ties` reads the relations, `demands` the sizes that they ask for, `casting` finds the subject, the hero
and the landmarks; `measures` turns metres into pixels by the one rule of `proportion`. `standing` plans groups
(`grouped`, `crowds`) and lets `composing` arrange them as `judging` likes; `closeups` does without. `relations`,
`containing`, `carrying` and `following` hang the rest on their hosts; `floating` and `flocks` place what flies and
swims, `scatter` what is strewn, `late` what edits add. `directions` says where all look, `gestures` lets hands
meet what they hold, `perspective` says how much smaller far things are, `waterline` what is under water.
`settled` keeps edits from moving anything else.
"""
