"""Pages of several pictures in a row: comics and storyboards."""
