"""Owns the line to the superior."""
