"""The only ring that knows all others: wires and starts."""
