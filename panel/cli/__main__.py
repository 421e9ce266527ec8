"""``python -m panel.cli`` is ``shipskip``."""

from panel.cli.root import main

main()
