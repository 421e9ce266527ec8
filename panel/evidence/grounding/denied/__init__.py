"""What a statement says is there and a source denies, or the other way round."""
