"""Builds the packages that schools install (development only; to start it takes only Python)."""
