"""Owns the encrypted store."""
