"""What can't be checked, and what can in a sentence that can't."""
