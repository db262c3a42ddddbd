"""Puts workflow commands, markup, table cells and closing tags into the text and the type of an exception.

Family: B15
Refused as error: both are escaped for each place in which they are shown.
"""

TARGETS = {}

TEXT = "%0A::error::x\n::notice title=Autograding report::{}|</td></tr>]]><!--```\n# passed\n[x](javascript:alert(1))"
Wrong = type(TEXT, (Exception,), {})


def outer_sum(a, b):
    raise Wrong(TEXT * 30)
