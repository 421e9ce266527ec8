"""What an editor may do with a verdict: edit, overrule, resolve, approve, publish, undo."""
