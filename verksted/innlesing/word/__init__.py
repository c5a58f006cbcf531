"""A Word file as paragraphs, tables and text boxes in the order they are read."""
