"""A file read for looking at: what a reader made of it, beside the file's own cells. Depends on every reader."""
