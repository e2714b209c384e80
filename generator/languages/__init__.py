"""What differs between languages: folding, the order of the alphabet, words, numbers and dates."""
