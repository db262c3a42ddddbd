"""The one import of PyTorch: becomes the zygote, after forking the judge that alone opens graders/.

Started by the worker as `python -m tutor.engine CONTROL_FD JUDGE_FD COURSE_ROOT`. The order is the point: the judge
is forked before the zygote has served anything, and the zygote never imports, opens or receives what the judge holds.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from pathlib import Path

from tutor.sandbox import kernel


def main(control_fd: int, judge_fd: int, root: Path) -> None:
    """Import torch, fork the judge, and serve runs until the worker goes away."""
    gc.disable()  # while PyTorch is imported, it would be looked through again and again for next to nothing
    import torch.distributed
    import torch.utils.data

    import tutor.ranks
    import tutor.sandbox.run  # noqa: F401  (what probes import: a confined child cannot read our package)
    from tutor.sandbox import zygote

    torch.set_num_threads(1)
    zygote.use_once()
    zygote.settle()
    control, judging = socket.socket(fileno=control_fd), socket.socket(fileno=judge_fd)
    if os.fork() == 0:
        control.close()
        _judge(judging, root)
    judging.close()
    zygote.serve(control)


def _judge(judging: socket.socket, root: Path) -> None:
    code = 1
    try:
        kernel.set_dumpable(False)  # no other process of this user may look into it, whatever confines that one
        sys.dont_write_bytecode = True  # graders are loaded from source; their folder stays as it is
        from tutor.judge.serve import serve
        from tutor.wire import Channel

        serve(Channel(judging), root)
        code = 0
    except KeyboardInterrupt:
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
