"""What ships for tests, ours and yours: a language model that says what it was told to say."""
