"""Asking in bulk: many requests in one file, answered within a day at half the price, by providers' batch APIs."""
