"""Returns an object that, when unpickled, runs a command; and sends raw pickles on the result descriptor.

Family: B16
Refused as refused: nothing that comes out of the sandbox is ever unpickled.
"""

import os
import pickle

TARGETS = {}


class Payload:
    def __init__(self, command):
        self.command = command

    def __reduce__(self):
        return os.system, (self.command,)


def outer_sum(a, b):
    payload = Payload(f"echo passed > {TARGETS['victim_file']}; touch /tmp/{TARGETS['mark']}-pickle")
    os.write(10, pickle.dumps(payload))
    return payload
