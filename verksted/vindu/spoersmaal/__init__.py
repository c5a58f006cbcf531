"""Spørsmål: what the tables are asked, in the order they are asked it."""
