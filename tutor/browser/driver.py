"""What shows the app in a browser tab: Textual's driver, but no typed text is lost when the tab goes away."""

from __future__ import annotations

from textual import events
from textual.drivers.web_driver import WebDriver


class TabDriver(WebDriver):
    """Ends the app as Ctrl+Q does, saving everything, where Textual's driver would only stop it."""

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """In the thread: what the server says about the tab."""
        match packet_type:
            case "quit":
                self._quit()
            case "focus" | "blur":
                # By the way that Textual's own first blur takes, or a quick browser's focus would be undone by it.
                event = events.AppFocus() if packet_type == "focus" else events.AppBlur()
                self._app.call_later(self._app.post_message, event)
            case _:
                super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """In the thread: read keys until the app ends, or until there is no server to read from."""
        super().run_input_thread()
        self._quit()

    def _quit(self) -> None:
        self._app.call_later(self._app.run_action, "quit")
