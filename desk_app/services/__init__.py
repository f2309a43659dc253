"""What the desk does: plain functions over domain values and ports."""
