"""Økonomi og sporbarhet: the thread from a sentence to a crown, the økonomiplan's lines, and what is broken."""
