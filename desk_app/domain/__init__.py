"""What the desk is about; standard library only."""
