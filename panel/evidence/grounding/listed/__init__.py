"""What tables, lists and price lists have, row by row and name by name."""
