"""Owns the machine: clock, folders, devices."""
