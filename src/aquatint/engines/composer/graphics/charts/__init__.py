"""Charts: true to their numbers, with axes from zero, round ticks and labels."""
