"""Workbooks: a view in, the bytes of an xlsx file out."""
