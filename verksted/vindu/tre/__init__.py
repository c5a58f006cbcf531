"""The plan as a tree: model, painting, keys and drags; two pages show it."""
