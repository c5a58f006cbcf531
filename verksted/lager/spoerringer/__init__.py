"""Named queries: the process as read models."""
