"""Plays until the title is seen, with its picture, and that as it is composed; says when that was.

Run by windows.py: ``python -m tests.bench.first_frame BEGAN WORDS``, BEGAN being the monotonic time
at which the process was started. For each of the three it prints the seconds since then and those
of processor. The first frame has the words of the title on it, and its buttons can be pressed; its
picture may be the one that was printed beforehand.
"""

import os
import sys
import time


def main() -> None:
    began = float(sys.argv[1])
    import pygame

    from game import cli
    from game.ui.art import Picture
    from game.ui.gallery import Gallery, Order

    frames: list[tuple[float, float]] = []
    # How many frames there were before one had any picture, and before it was the composed one.
    pictured: list[int] = []
    composed: list[int] = []
    flip, picture = pygame.display.flip, Gallery.picture

    def flipped() -> None:
        flip()
        frames.append((time.monotonic() - began, time.process_time()))
        if composed:
            print(*frames[0], *frames[pictured[0]], *frames[composed[0]], flush=True)
            os._exit(0)

    def seen(self: Gallery, art: Picture, width: int, height: int) -> pygame.Surface | None:
        found = picture(self, art, width, height)
        if found is not None:
            pictured.append(len(frames))
            if Order(art, width, height) in self._ready:
                composed.append(len(frames))
        return found

    pygame.display.flip = flipped
    Gallery.picture = seen  # type: ignore[method-assign] # looked at, and otherwise as it was
    cli.main(sys.argv[2:])


if __name__ == "__main__":
    main()
