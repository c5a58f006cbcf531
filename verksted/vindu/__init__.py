"""The Qt window: thin widgets, one class per file."""
