"""Reads the answers of the course.

Family: D32
Refused as error: the root folder of the run does not hold the graders, and Landlock does not open them.
"""

import os

TARGETS = {}

for folder, _, names in os.walk(TARGETS["course"]):
    for name in names:
        print("THROUGH", os.path.join(folder, name))
try:
    print("THROUGH", open(TARGETS["reference"]).read())
except OSError as error:
    print(error)
