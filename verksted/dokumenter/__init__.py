"""Views in, bytes out: Word and Excel."""
