"""What readers see: terminal scorecards, Markdown and HTML pages."""
