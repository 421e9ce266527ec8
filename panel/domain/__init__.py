"""The nouns of shipskip: frozen pydantic models without input or output."""
