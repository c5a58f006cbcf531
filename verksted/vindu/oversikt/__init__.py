"""Oversikt: where we are, what is next, what is broken."""
