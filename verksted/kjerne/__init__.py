"""Errors, clock, ids and codes, texts, paths and the Qt-free observer: the ground floor."""
