"""Prosess og møter: the process, its workshops, roles and check lists."""
