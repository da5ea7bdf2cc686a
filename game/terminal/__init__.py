"""The same story, played as plain text."""
