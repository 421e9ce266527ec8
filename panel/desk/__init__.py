"""The editors' web desk."""
