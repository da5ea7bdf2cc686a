"""The words about a line to write in."""


def left(room: int, most: int) -> str:
    """How much more fits in, told before nothing does."""
    if not room:
        return f"The box is full: it holds {most} characters, and what is longer is left out."
    return "1 character left." if room == 1 else f"{room} characters left."
