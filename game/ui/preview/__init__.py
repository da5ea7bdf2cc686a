"""The window beside an editor: a scene as it stands in its file, and again on every save."""
