"""Leaves a file behind in the folders that everybody may write in.

Family: D34
Refused as error: a run has no folder to write in.
"""

import os

TARGETS = {}

for folder in ("/tmp", "/var/tmp", "/dev/shm", TARGETS["folder"]):
    try:
        with open(os.path.join(folder, TARGETS["mark"]), "w") as file:
            file.write("was here")
        print("THROUGH", folder)
    except OSError as error:
        print(error)
