"""Owns papers and printers."""
