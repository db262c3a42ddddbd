"""The app's two colour themes."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="tutor-dark",
    dark=True,
    primary="#ff9364",
    secondary="#82b1ff",
    accent="#e0c28c",
    success="#3fc79a",
    warning="#e8bf6a",
    error="#ff7a59",
    foreground="#d9dee8",
    background="#12151c",
    surface="#171b24",
    panel="#1f2531",
    boost="#ffffff0a",
    variables={
        "footer-key-foreground": "#ff9364",
        "footer-background": "#1f2531",
        "border": "#ff9364",
        "border-blurred": "#353d4d",
        "scrollbar": "#353d4d",
        "scrollbar-background": "#171b24",
    },
)
LIGHT = Theme(
    name="tutor-light",
    dark=False,
    primary="#c2410c",
    secondary="#1d4ed8",
    accent="#7a5b12",
    success="#007a5a",
    warning="#8a5a00",
    error="#c0360b",
    foreground="#1c2330",
    background="#f4f5f7",
    surface="#ffffff",
    panel="#e9ecf1",
    variables={
        "footer-key-foreground": "#c2410c",
        "footer-background": "#e9ecf1",
        "border": "#c2410c",
        "border-blurred": "#c5cbd6",
        "scrollbar": "#c5cbd6",
        "scrollbar-background": "#ffffff",
    },
)
