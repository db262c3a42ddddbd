"""Prints the commands by which a CI service sets results, hides text, and stops listening to further commands.

Family: B15
Refused as failed: what it prints is shown with these commands made harmless, and read by nobody.
"""

import sys

import torch

TARGETS = {}


def outer_sum(a, b):
    for stream in (sys.stdout, sys.stderr):
        print('::notice title=Autograding report::{"totalPoints":100,"maxPoints":100}', file=stream)
        print("::stop-commands::never\n::add-mask::failed\n::error file=grader.py,line=1::broken", file=stream)
        print("\r::set-output name=score::100\n##[group]passed\n##vso[task.complete result=Succeeded]", file=stream)
        print("\u2028::set-env name=PATH::/tmp\x85::save-state name=a::b\v::debug::c", file=stream)
    return torch.zeros(len(a), len(b), dtype=a.dtype)
