"""Plays until the first frame is seen, and until one with its picture, and says when that was.

Run by windows.py: ``python -m tests.bench.first_frame BEGAN WORDS``, BEGAN being the monotonic time
at which the process was started. For both it prints the seconds since then and those of processor.
"""

import os
import sys
import time


def main() -> None:
    began = float(sys.argv[1])
    import pygame

    from game import cli
    from game.ui.art import Picture
    from game.ui.gallery import Gallery

    frames: list[tuple[float, float]] = []
    pictured: list[bool] = []
    flip, picture = pygame.display.flip, Gallery.picture

    def flipped() -> None:
        flip()
        frames.append((time.monotonic() - began, time.process_time()))
        if pictured:
            print(*frames[0], *frames[-1], flush=True)
            os._exit(0)

    def seen(self: Gallery, art: Picture, width: int, height: int) -> pygame.Surface | None:
        found = picture(self, art, width, height)
        if found is not None:
            pictured.append(True)
        return found

    pygame.display.flip = flipped
    Gallery.picture = seen  # type: ignore[method-assign] # looked at, and otherwise as it was
    cli.main(sys.argv[2:])


if __name__ == "__main__":
    main()
