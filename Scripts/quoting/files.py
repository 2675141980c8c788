"""What is shipped, what is kept of it, and which documents may quote it."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
REFERENCE = ROOT / "Results" / "reference"
DIFFERENCES = REFERENCE / "differences.csv"
README = ROOT / "README.md"
KEPT = ["summary.csv", "manifest.json"]
# Studies and the scripts that make them, which run too much to be run again at every check.
STUDIES = {REFERENCE / "uncertainty": "Scripts/uncertainty",
           REFERENCE / "sensitivity": "Scripts/sensitivity-study"}
BASE = "june-2026-directive"
ANSWER = re.compile(r"(<!-- answer: begin [^>]*-->\n```\n)(.*?)(```\n<!-- answer: end -->)", re.S)


def shipped() -> list[str]:
    """Every shipped scenario, the base first: others are compared with it."""
    names = {path.stem for path in (ROOT / "Scenarios").glob("*.json5")}
    return [BASE, *sorted(names - {BASE})]


def extends(name: str) -> bool:
    """Whether a scenario is the base with something changed."""
    text = (ROOT / "Scenarios" / f"{name}.json5").read_text()
    parent = re.search(r'^\s*"?extends"?:\s*"([^"]+)\.json5"', text, re.M)
    return parent is not None and (parent[1] == BASE or extends(parent[1]))


def documents() -> list[pathlib.Path]:
    folders = ["Scenarios", "Sources", "Results/reference"]
    return [README, *sorted(path for each in folders for path in (ROOT / each).rglob("*.md"))]
