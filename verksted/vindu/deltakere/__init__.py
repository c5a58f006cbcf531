"""The participants: who sits in the council, edited in place, pasted, and read from files."""
