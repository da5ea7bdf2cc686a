"""Pictures are made one after another: first what somebody looks for, then what comes after it."""

from pathlib import Path
from threading import Event

import pytest

from game.stage.pixels import Pixels
from game.ui.art import Medallion
from game.ui.gallery import Gallery, Order
from tests.drawing import shipped


def order(person: str) -> Order:
    return Order(Medallion(person), 40, 40)


def test_what_is_looked_for_is_made_before_what_was_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    begun, gate = Event(), Event()

    def compose(order: Order) -> Pixels | None:
        begun.set()
        assert gate.wait(30)
        assert isinstance(order.art, Medallion)
        made.append(order.art.person)
        return None

    gallery = Gallery(shipped(), tmp_path)
    monkeypatch.setattr(gallery, "_compose", compose)
    gallery.order(order("lenin"))
    assert begun.wait(30)
    gallery.picture(*order("martov"))
    for ahead in ("stalin", "zinoviev"):
        gallery.order(order(ahead))
    gallery.picture(*order("parvus"))
    gate.set()
    gallery.wait(30)
    gallery.close()
    assert made == ["lenin", "parvus", "martov", "stalin", "zinoviev"]
