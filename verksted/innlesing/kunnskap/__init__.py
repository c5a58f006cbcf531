"""The knowledge base: facts and series from sheets, csv and JSON-stat."""
