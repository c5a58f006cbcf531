"""Read models: frozen dataclasses for showing and printing, and the pure functions that make them."""
