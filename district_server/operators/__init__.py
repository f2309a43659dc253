"""The people who look after the superior: accounts, what they may do, their pages, their log."""
