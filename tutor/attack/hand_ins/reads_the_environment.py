"""Looks for a token in the environment, its own and those of the processes around it.

Family: B15
Refused as error: a run starts with an environment made for it, and has no /proc to look at others in.
"""

import os

TARGETS = {}

if "GITHUB_TOKEN" in os.environ:
    print("THROUGH", os.environ["GITHUB_TOKEN"])
for process in ("worker", "engine", "judge", "victim"):
    try:
        print("THROUGH", open(f"/proc/{TARGETS[process]}/environ").read())
    except OSError as error:
        print(error)
