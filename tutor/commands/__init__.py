"""What `tutor` can be asked to do: one module per command, each with its `arguments` and its `run`."""
