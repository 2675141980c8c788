"""Code blocks of a document, and what the text says that they print."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import pathlib
import re
import subprocess

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_MARK = "\f"


@dataclasses.dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the ``text`` block right below it, if any."""

    language: str
    text: str
    printed: str | None
    line: int


def blocks(document: pathlib.Path, language: str) -> list[Block]:
    """The blocks of a language, in order."""
    text = document.read_text(encoding="utf-8")
    found = list(FENCE.finditer(text))
    return [
        Block(match[1], match[2], _below(match, following), text[:match.start()].count("\n") + 1)
        for match, following in zip(found, [*found[1:], None], strict=True) if match[1] == language
    ]


def _below(match: re.Match[str], following: re.Match[str] | None) -> str | None:
    is_answer = following and following[1] == "text" and following.start() == match.end() + 1
    return following[2] if following and is_answer else None


def run_python(found: list[Block]) -> list[str]:
    """What each block prints; all share their names, as the cells of a notebook do."""
    names: dict[str, object] = {"__name__": "__main__"}
    outputs = []
    for block in found:
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(compile(block.text, f"block of line {block.line}", "exec"), names)
        outputs.append(_without_blanks(output.getvalue()))
    return outputs


def run_r(found: list[Block]) -> list[str]:
    """What each block prints, in one session of R.

    Raises CalledProcessError with R's words where a block fails.
    """
    program = f'\ncat("{_MARK}")\n'.join(block.text for block in found)
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [_without_blanks(part) for part in done.stdout.split(_MARK)]


def rewrite(document: pathlib.Path, found: list[Block], outputs: list[str]) -> None:
    """Puts what the blocks print into the document, where it has a place for it."""
    text = document.read_text(encoding="utf-8")
    for block, output in zip(found, outputs, strict=True):
        if block.printed is not None:
            code = f"```{block.language}\n{block.text}```\n```text\n"
            assert text.count(code) == 1
            text = text.replace(f"{code}{block.printed}", f"{code}{output}")
    document.write_text(text, encoding="utf-8")


def _without_blanks(text: str) -> str:
    return re.sub(r" +$", "", text, flags=re.M)
