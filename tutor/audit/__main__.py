"""`python -m tutor.audit [LESSON ...]`: the audit without the command line around it."""

import sys

from tutor.audit.run import run
from tutor.course import read_course

sys.exit(run(read_course(), sys.argv[1:]))
