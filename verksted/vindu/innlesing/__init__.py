"""The import preview: what was found in a file, before anything is taken in. Used by every page that reads files."""
