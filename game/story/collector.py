"""Python looks for circles among its objects again and again while a large story is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """A story is made of values and has no circles: looking for some takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # All that was read counts as old now, or the first look would be at every bit of it.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
