"""A model inside the installation: llama.cpp reads a GGUF file in a process of its own, without any network."""

from panel.llm.embedded.room import Embedded

__all__ = ["Embedded"]
