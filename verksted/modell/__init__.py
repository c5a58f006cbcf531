"""The words of the product as SQLModel entities and enums, nothing else."""
