"""The frame: window, rail, header, palette, status line, and the contract every page keeps."""
