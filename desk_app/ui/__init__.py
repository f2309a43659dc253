"""Owns the window."""
