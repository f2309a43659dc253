"""Scans: papers as pictures, made small once when they are captured."""
