"""Our exchange and others over bad lines."""
