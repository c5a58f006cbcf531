"""Every change is one named operation."""
