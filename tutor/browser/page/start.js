// Runs before textual.js, which opens the terminal when the page has loaded.
document.addEventListener("DOMContentLoaded", () => {
  const address = new URL("ws", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  address.search = "";
  document.getElementById("terminal").dataset.sessionWebsocketUrl = address.href;
  document.getElementById("again").addEventListener("click", () => location.reload());

  // The keys go to the terminal without a click.
  const watcher = new MutationObserver(() => {
    if (!document.body.classList.contains("-first-byte")) return;
    watcher.disconnect();
    document.querySelector(".xterm-helper-textarea").focus();
  });
  watcher.observe(document.body, { attributes: true, attributeFilter: ["class"] });
});
