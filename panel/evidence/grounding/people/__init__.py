"""Who did, made, said, measured or holds it."""
