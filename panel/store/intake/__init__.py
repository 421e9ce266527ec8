"""Taking documents in: from addresses, files and feeds to the sources of a release."""
