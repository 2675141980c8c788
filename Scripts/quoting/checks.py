"""Whether the reference results are those of the scenarios and of the program that are here.

`stale` and `disagreeing` compare files and take no time; `unlike` wants the scenarios run again.
Each gives back its problems, every one with where it is.
"""

import hashlib
import json
import pathlib

from quoting import differences
from quoting.figures import Figures, Unknown, filled
from quoting.files import (
    ANSWER, BASE, DIFFERENCES, KEPT, README, REFERENCE, ROOT, STUDIES, documents, extends, shipped)


def stale(figures: Figures) -> list[str]:
    """Scenarios that came, went or changed since, and files that do not belong there."""
    here, kept = set(shipped()), set(figures.scenarios())
    problems = [f"Scenarios/{name}.json5: has no reference results" for name in here - kept]
    problems += [f"Results/reference/{name}: is of no shipped scenario" for name in kept - here]
    known = {"README.md", DIFFERENCES.name}
    known |= {f"{name}/{file}" for name in kept for file in KEPT}
    there = {str(path.relative_to(REFERENCE)) for path in REFERENCE.rglob("*")
             if path.is_file() and path.parent not in STUDIES}
    problems += [f"Results/reference/{path}: does not belong there" for path in there - known]
    problems += [f"Results/reference/{path}: is missing" for path in known - there]
    changed: dict[str, list[str]] = {}
    made = {name: figures.manifest(name)["inputs"] for name in sorted(here & kept)}
    for study, script in STUDIES.items():
        manifests = sorted(study.glob("manifest*.json"))
        if not manifests:
            problems.append(f"{study.relative_to(ROOT)}: has no manifests; {script} makes them")
        made |= {f"{study.name}/{path.name}": json.loads(path.read_text())["inputs"]
                 for path in manifests}
    epochs = {inputs["results_epoch"] for inputs in made.values()}
    if len(epochs) > 1:
        problems.append(
            f"Results/reference: made under several results epochs, {sorted(epochs)}:"
            f" {', '.join(['Scripts/reference', *STUDIES.values()])} must all be run again")
    for name, inputs in made.items():
        for file in inputs["files"]:
            if file["path"].endswith(".csv"):  # A design, which the study's script makes.
                continue
            path = ROOT / file["path"]
            now = path.read_bytes() if path.exists() else b""
            if hashlib.sha256(now).hexdigest() != file["sha256"]:
                changed.setdefault(file["path"], []).append(name)
    problems += [
        f"{path}: has changed since results were made of it: {', '.join(names[:3])}"
        + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        for path, names in changed.items()
    ]
    return sorted(problems)


def disagreeing(figures: Figures) -> list[str]:
    """Where differences, or the figures in a document, are not what the summaries say."""
    wrong, compared = [], set()
    for (name, regime, base, base_regime, outcome), row in figures.differences().items():
        compared.add(name)
        means = [float(figures.row(*each, outcome, [])["mean"])
                 for each in ((name, regime), (base, base_regime))]
        told, now = float(row["mean_difference"]), means[0] - means[1]
        if abs(told - now) > 1e-8 * max(1e-9, *map(abs, means)):
            wrong.append(f"{name}, {regime}, {outcome}: {told:.9g}, by the summaries {now:.9g}")
    problems = few(DIFFERENCES.name, wrong)
    for name in set(figures.scenarios()) - compared:
        bases = [differences.counterpart(each, figures.regimes(BASE))
                 for each in figures.regimes(name)]
        if extends(name) and any(bases):
            problems.append(f"{DIFFERENCES.name}: has no rows of {name}")
    for path in documents():
        lines = changed_lines(path.read_text(), in_step(path, figures))
        problems += few(f"{path.relative_to(ROOT)}, which --fill puts right", lines)
    return problems


def in_step(path: pathlib.Path, figures: Figures) -> str:
    """A document with the figures that its marks ask for."""
    try:
        return filled(path.read_text(), figures)
    except Unknown as problem:
        raise Unknown(f"{path.relative_to(ROOT)}: {problem}") from None


def unlike(names: list[str], figures: Figures, folder: pathlib.Path) -> list[str]:
    """Where results are not, to the byte, those just made in a folder."""
    problems, again = [], Figures(folder)
    for name in names:
        for file in KEPT:
            if (REFERENCE / name / file).read_bytes() != (folder / name / file).read_bytes():
                both = (cells(each, name, file) for each in (figures, again))
                problems += few(f"{name}/{file}", changes(*both) or ["its bytes, and no cell"])
    made = again.differences()
    kept = {key: row for key, row in figures.differences().items() if key[0] in names}
    return problems + (few(DIFFERENCES.name, changes(kept, made)) if made else [])


def unlike_answer(answer: str) -> list[str]:
    """Whether the README shows what the main job prints."""
    shown = ANSWER.search(README.read_text())
    if not shown:
        return ["README.md: there is no answer between its marks"]
    return few("README.md, the main job's answer", changed_lines(shown[2], answer))


def cells(figures: Figures, name: str, file: str) -> dict:
    if file == "summary.csv":
        return figures.summary(name)
    entries = {**figures.manifest(name), **figures.manifest(name)["inputs"], "inputs": ""}
    return {(key,): {"entry": json.dumps(value)} for key, value in entries.items()}


def changes(old: dict, new: dict) -> list[str]:
    """Every cell that is not what it was, with its row and column."""
    lines = []
    for key in dict.fromkeys([*old, *new]):
        was, row = old.get(key, {}), new.get(key, {})
        for column in dict.fromkeys([*was, *row]):
            cells = [each.get(column, "absent") for each in (was, row)]
            if cells[0] != cells[1]:
                lines.append(f"{', '.join(key)}, {column}: {' -> '.join(cells)}")
    return lines


def changed_lines(old: str, new: str) -> list[str]:
    """The lines that one text has and another has not, by number."""
    was, now = old.splitlines(), new.splitlines()
    length = max(len(was), len(now))
    pairs = zip(*(each + [""] * (length - len(each)) for each in (was, now)))
    return [f"line {number}: {a or '(none)'}\n    -> {b or '(none)'}"
            for number, (a, b) in enumerate(pairs, 1) if a != b]


def few(title: str, lines: list[str]) -> list[str]:
    """The first of many lines, as one problem; none of none."""
    if not lines:
        return []
    count = f"{len(lines)} entr{'y differs' if len(lines) == 1 else 'ies differ'}"
    more = [f"and {len(lines) - 5} more"] if len(lines) > 5 else []
    return ["\n  ".join([f"{title}: {count}", *lines[:5], *more])]
