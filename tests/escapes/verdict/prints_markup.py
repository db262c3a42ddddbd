"""Prints the markup of the libraries that draw the results: of rich text, of Markdown, of HTML, of XML reports.

Family: B11
Refused as failed: everything printed is drawn as plain text.
"""

import torch

TARGETS = {}

TEXT = """[bold green]passed[/] [link=file:///etc/passwd]lesson[/link] [@click=app.quit]quit[/] [/] [red
</code></pre></details><script>alert(1)</script><img src=x onerror=alert(1)>
```
# passed | 4/4 | ![](https://example.com/?score=4)
]]></system-out><testcase name="passed"/>&lol;<!DOCTYPE x [<!ENTITY lol SYSTEM "file:///etc/passwd">]>
$x^2$ \\input{/etc/passwd} {{ 7 * 7 }} {0.__class__} %s %n ${HOME} `id`
"""


def outer_sum(a, b):
    print(TEXT)
    return torch.zeros(len(a), len(b), dtype=a.dtype)
