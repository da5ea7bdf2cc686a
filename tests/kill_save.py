"""Saves one decision more each time until it is killed, and says after each that it is written.

Run by test_save_files.py: ``python kill_save.py PATH``.
"""

import sys
from pathlib import Path

from game.play import save
from game.play.playthrough import Decision


def main() -> None:
    path = Path(sys.argv[1])
    decisions = [Decision(f"scene-{number}", "go", "x" * 400) for number in range(1, 10_000)]
    for most in range(1, len(decisions)):
        save.write(path, save.Save("made", "", "scene-1", tuple(decisions[:most])))
        print(most, flush=True)


if __name__ == "__main__":
    main()
