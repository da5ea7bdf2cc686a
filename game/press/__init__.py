"""Development only: drawings are cut into the paper parts that the game puts together."""
