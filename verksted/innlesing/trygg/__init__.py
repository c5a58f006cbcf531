"""The safe reader: look first, then read in a process of its own with limits on time, memory, net and disk."""
