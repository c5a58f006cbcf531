"""Bearbeide: from notes to points, and what became of them."""
