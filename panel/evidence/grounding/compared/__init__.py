"""What is more, less, better, first or last, and which way it goes."""
