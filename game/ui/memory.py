"""What large pictures took is given back to the system as soon as they are gone."""

import contextlib
import sys

_MMAP_THRESHOLD = -3
_LARGE = 128 * 1024


def give_back() -> None:
    """Keep glibc from keeping it: after the first picture it would, up to 32 MB for each thread.

    Other systems do so of their own accord.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only here is it needed

        # Another C library has no such function.
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
