"""argv to oppstart, nothing else."""
