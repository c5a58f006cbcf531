"""Composition root: builds everything and hands it down."""
