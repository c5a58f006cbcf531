"""Bytes in, frozen dataclasses and a list of problems out."""
