"""Where the parts of a picture go, and how they become one print."""
