#!/usr/bin/env bash
# Run once by Gradescope when the image is built: installs the tutor with the CPU build of PyTorch.
set -euo pipefail
root="${AUTOGRADER_ROOT:-/autograder}"
export UV_PYTHON_INSTALL_DIR=/opt/tutor-python UV_CACHE_DIR=/tmp/uv-cache
apt-get update
apt-get install -y --no-install-recommends python3 python3-venv
python3 -m venv /opt/uv
/opt/uv/bin/pip install uv
/opt/uv/bin/uv venv --python 3.12 /opt/tutor
cd "$root/source"
/opt/uv/bin/uv pip install --python /opt/tutor/bin/python --torch-backend cpu "@PACKAGE@"
rm -rf /tmp/uv-cache
