"""The only door to Pillow while the game runs: files become pictures, pictures become print."""
