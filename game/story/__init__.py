"""What a story is: the format, its reader and its problems."""
