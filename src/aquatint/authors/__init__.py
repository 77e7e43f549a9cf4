"""Authors think a picture out before an engine draws it: the composer by its own rules, or a language model.

What an author writes is a draft: data that travels in the request, and that the engine checks before it uses it.
"""
