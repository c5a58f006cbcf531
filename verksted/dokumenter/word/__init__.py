"""Word documents: a view in, the bytes of a docx out. Written as XML text, so that 10 000 notes take no time."""
