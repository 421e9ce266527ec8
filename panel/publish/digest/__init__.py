"""The weekly digest: composed from published verdicts, written as a mail and a page, sent only when asked."""
