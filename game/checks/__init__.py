"""Advice for teachers about a story that already loads."""
