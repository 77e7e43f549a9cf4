"""Languages besides English: tables from their words to entries of the vocabulary, and how they are told apart.

`planner.foreign` puts a prompt's words into English with them before anything is looked up.
"""
