"""The app in a browser: `server` serves the page, and each tab of it is one process of the app, started by `visit`."""
