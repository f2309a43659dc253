"""Scans on a case's page: a card, and a panel over the page to attach, look and take off."""
