"""Kills itself with a real-time signal, for which Python has no name, to break the supervisor that explains endings.

Family: D39
Refused as crashed: every signal number has an explanation, and an ending is never a pass.
"""

import os
import signal

os.kill(os.getpid(), signal.SIGRTMIN + 5)
