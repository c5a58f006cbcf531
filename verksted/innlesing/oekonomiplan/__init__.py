"""Økonomiplan and budget: posts with amounts per year in whole kroner, and control sums."""
