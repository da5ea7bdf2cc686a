"""Boxes become pixels."""
