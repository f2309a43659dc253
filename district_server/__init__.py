"""The superior's side."""
