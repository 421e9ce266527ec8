"""The builtin reviewer: reads a dossier by rules and votes; no model is asked."""

from panel.llm.builtin.reviewer import Builtin

__all__ = ["Builtin"]
