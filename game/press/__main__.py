"""Bake what is stale: ``python -m game.press``."""

import sys

from game.press import press

sys.exit(press.run())
