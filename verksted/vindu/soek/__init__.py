"""Search results as the palette shows them."""
