"""What is so of another thing, part, version or time than a statement says."""
