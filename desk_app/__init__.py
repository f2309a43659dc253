"""The commune's reception desk."""
