"""Cross-party tables: composed, measured and bounded from below, as pure functions of values."""
