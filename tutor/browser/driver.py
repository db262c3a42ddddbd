"""What shows the app in a browser tab: Textual's driver, but no typed text is lost when the tab goes away."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver


class TabDriver(WebDriver):
    """Ends the app as Ctrl+Q does, saving everything; Textual's driver only stops it."""

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        if packet_type == "quit":
            self._quit()
        else:
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """In the thread: read keys until the app ends, or until there is no server to read from."""
        super().run_input_thread()
        self._quit()

    def _quit(self) -> None:
        self._app.call_later(self._app.run_action, "quit")
