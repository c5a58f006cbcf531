"""Dokumenter: what the process can be made into, and how fresh each document is."""
