"""The protocol between desk and superior, and nothing else."""
