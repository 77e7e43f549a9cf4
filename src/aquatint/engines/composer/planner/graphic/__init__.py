"""What graphic layouts tell, read out of the prompt: numbers, labels, dates, dishes... Nothing is added."""
