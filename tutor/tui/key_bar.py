"""The keys of now, along the bottom: Textual's footer, drawn once when mounted and again only when they change."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer


class KeyBar(Footer):
    """Textual's footer composes itself again after every change of focus, each time with a layout of the screen."""

    DEFAULT_CSS = ""

    def __init__(self) -> None:
        super().__init__(compact=True)
        self.set_reactive(Footer._bindings_ready, True)
        self._shown: object = None

    def compose(self) -> ComposeResult:
        self._shown = self._keys_of(self.screen)
        yield from super().compose()

    def bindings_changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and self._keys_of(screen) != self._shown:
            super().bindings_changed(screen)

    def _keys_of(self, screen: Screen[object]) -> object:
        bindings = [(active.binding, active.enabled) for active in screen.active_bindings.values()]
        return [(b.key, self.app.get_key_display(b), b.description, enabled) for b, enabled in bindings if b.show]
