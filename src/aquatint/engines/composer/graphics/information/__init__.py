"""What all layouts that carry information share: their colours, their faces, their heading, words in boxes."""
