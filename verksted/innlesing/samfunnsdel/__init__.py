"""A samfunnsdel from Word: the tree of goals, how sure each guess is, and what could not be placed."""
