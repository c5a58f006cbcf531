"""The program: when everything begins, what is wrong with it, and how the day goes."""
