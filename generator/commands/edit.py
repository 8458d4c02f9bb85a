"""`briefing edit`: write an editor's correction into the right sidecar."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from generator.building.editing import correct, withdraw
from generator.building.naming import holders
from generator.dossier.editor.corrections import LIST_KEYS, NAMING_KEYS, Correction, reason
from generator.errors import BriefingError
from generator.records.model import EntityType
from generator.settings import read_settings
from generator.sources import find, ids
from generator.sources.sidecar import beside, read_sidecar

HELP = "write a correction of a fact, quotation, event or person into its article's sidecar"
EXAMPLES = """examples:
  briefing edit q-1a2b3c4d5e --speaker "Vladimir Putin"
  briefing edit q-1a2b3c4d5e --no-speaker
  briefing edit e-0f9e8d7c6b --date 2015-11-24 --note "The article gives only the month."
  briefing edit e-0f9e8d7c6b --join e-1a2b3c4d5e
  briefing edit e-1a2b3c4d5e --split
  briefing edit f-1234567890 --pin
  briefing edit f-1234567890 --hide
  briefing edit f-1234567890 --not-about "Ann Field"
  briefing edit f-1234567890 --split
  briefing edit d-1a2b3c4d5e --dismiss
  briefing edit d-1a2b3c4d5e --settle "The ministry's list of 4 May has 58 names."
  briefing edit "Erdogan" --merge "Recep Tayyip Erdogan"
  briefing edit "Erdogan" --split
  briefing edit "Recep Tayyip Erdogan" --rename "President Erdogan"
  briefing edit "Horizon" --type ORG
  briefing edit f-1234567890 --undo"""


# what can't be said of one thing at once
CONTRADICTORY = (("hide", "pin"), ("hide", "order"), ("speaker", "no_speaker"), ("date", "no_date"), ("dismiss", "settle"))
KINDS = {"f-": "facts", "q-": "quotes", "e-": "events", "d-": "disagreements"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("target", metavar="ID", help="a stable id (f-…, q-…, e-…, d-…), or a name that a page shows")
    parser.add_argument("--speaker", metavar="NAME", help="of a quotation")
    parser.add_argument("--no-speaker", action="store_true", help="of a quotation: nobody is named")
    parser.add_argument("--date", metavar="DATE", help="of an event: 2016-07-15, 2016-07 or 2016")
    parser.add_argument("--no-date", action="store_true", help="of an event: its day is not known")
    parser.add_argument(
        "--join", metavar="ID", action="append", help="of an event: another entry that tells of it; may be repeated"
    )
    parser.add_argument(
        "--split",
        action="store_true",
        help="of one telling of an event, one wording of a fact, or a name: it is another event, another fact, somebody else",
    )
    parser.add_argument(
        "--not-about",
        metavar="NAME",
        action="append",
        help="of a fact or event: a name beside it that is wrong; may be repeated",
    )
    parser.add_argument("--hide", action="store_true", help="leave it out of every page")
    parser.add_argument("--dismiss", action="store_true", help="of a difference: the sources tell of different things")
    parser.add_argument("--settle", metavar="TEXT", help="of a difference: what holds, and why")
    parser.add_argument("--pin", action="store_true", help="of a fact or quotation: always first")
    parser.add_argument("--order", type=int, metavar="N", help="of a fact: its place in the list")
    parser.add_argument("--heading", metavar="TEXT", help="of a fact: a heading of your own")
    parser.add_argument("--note", metavar="TEXT", help="a remark shown beside it")
    parser.add_argument(
        "--corrected",
        metavar="DATE",
        help="the day on which you set it right, such as 2024-05-20, for the page of corrections",
    )
    parser.add_argument("--rename", metavar="NAME", help="of a person, organisation or place: the name to show")
    parser.add_argument(
        "--merge", metavar="NAME", action="append", help="of a person …: another name of the same; may be repeated"
    )
    parser.add_argument("--type", choices=get_args(EntityType), help="of a person …: what it is")
    parser.add_argument("--undo", action="store_true", help="take the corrections of this target out again")
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the project's folder (default: this one)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the correction."""
    project = arguments.project.resolve()
    settings = read_settings(project)
    if arguments.undo:
        return _undone(arguments, project, project / settings.seeds)
    if len(_set(arguments).keys() - {"corrected"}) == 1:
        raise BriefingError("Say what to set, such as --speaker, --date, --hide or --note; see `briefing edit --help`.")
    _consistent(arguments)
    data = project / settings.docs / "data"
    article = _article(data, arguments.target)
    correction = _correction(arguments)
    _known(data, correction)
    files, _ = find([project / settings.seeds])
    had = holders(files, project / settings.docs)
    file = next((file for file, name in ids(files, had).items() if name == article), None)
    if file is None:
        raise BriefingError(f"The article {article!r} is not in {settings.seeds}/ any more: run `briefing build`.")
    sidecar = file.with_suffix(".yaml") if file.with_suffix(".yaml").is_file() else file.with_suffix(".yml")
    correct(sidecar, correction)
    print(f"Written to {sidecar.relative_to(project)}; run `briefing build` to see it.", file=sys.stderr)
    return 0


def _consistent(arguments: argparse.Namespace) -> None:
    """Refuse what contradicts itself: the sidecar would hold a line that does nothing."""
    for one, other in CONTRADICTORY:
        if all(getattr(arguments, key) not in (None, False) for key in (one, other)):
            options = " and ".join(f"--{key.replace('_', '-')}" for key in (one, other))
            raise BriefingError(f"{options} contradict each other, so nothing was set of {arguments.target}: leave one out.")


def _undone(arguments: argparse.Namespace, project: Path, seeds: Path) -> int:
    """Take the target's corrections out of every sidecar: what is hidden stands on no page that could tell which."""
    if len(made := _set(arguments)) > 1:
        raise BriefingError(f"--undo takes everything back that was set of {arguments.target}: leave the other options out.")
    files, _ = find([seeds])
    sidecars = [found for file in files if (found := beside(file))]
    changed = [sidecar for sidecar in sidecars if withdraw(sidecar, made)]
    if not changed:
        there = [
            str(each.get("id") or each.get("person")) for sidecar in sidecars for each in read_sidecar(sidecar).corrections
        ]
        raise BriefingError(
            f"No sidecar in {seeds.name}/ has a correction of {arguments.target!r}{_nearest(arguments.target, there)}."
        )
    for sidecar in changed:
        print(f"Taken out of {sidecar.relative_to(project)}; run `briefing build` to see it.", file=sys.stderr)
    return 0


def _set(arguments: argparse.Namespace) -> dict[str, Any]:
    target = arguments.target
    is_id = target[:2] in KINDS and len(target) == 12
    made: dict[str, Any] = {"id" if is_id else "person": target}
    for key in (
        "speaker",
        "date",
        "order",
        "heading",
        "note",
        "rename",
        "merge",
        "type",
        "join",
        "settle",
        "not_about",
        "corrected",
    ):
        if (value := getattr(arguments, key)) is not None:
            made[key] = value
    for key in ("hide", "pin", "split", "dismiss"):
        if getattr(arguments, key):
            made[key] = True
    for key in ("speaker", "date"):
        if getattr(arguments, f"no_{key}"):
            made[key] = None
    return made


def _correction(arguments: argparse.Namespace) -> dict[str, Any]:
    made, target = _set(arguments), arguments.target
    try:
        correction = Correction.model_validate(made)
    except ValidationError as error:
        raise BriefingError(f"The correction of {target!r} is not right: {reason(error)}.") from error
    return {
        **made,
        **{key: value for key, value in correction.model_dump(exclude_unset=True).items() if key not in LIST_KEYS},
    }


def _known(data: Path, correction: dict[str, Any]) -> None:
    """Refuse a name that no page shows: the correction would do nothing."""
    meant = [
        name
        for key in NAMING_KEYS
        for value in (correction.get(key),)
        for name in ([value] if isinstance(value, str) else value or ())
    ]
    if not meant:
        return
    people = _exported(data, "people")
    there = {name for item in people for name in (item["name"], item["id"], *item["aliases"])}
    for name in meant:
        if name not in there:
            raise _unknown("people", people, name)


def _exported(data: Path, name: str) -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = json.loads((data / f"{name}.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BriefingError("There are no pages yet: run `briefing build` first.") from error
    return found


def _article(data: Path, target: str) -> str:
    """The article that a correction belongs to: its own, or a person's first."""
    name = KINDS.get(target[:2], "people")
    found = _exported(data, name)
    for item in found:
        if name == "people":
            if target in {item["name"], item["id"], *item["aliases"]}:
                return str(item["sources"][0])
        elif target == item["id"] or target in item["members"]:
            if name == "disagreements":
                return str(item["values"][0]["passages"][0]["source"])
            passage = item.get("passage") or (item.get("content") or [_telling(item, target)["sentence"]])[0]
            return str(passage["source"])
    raise _unknown(name, found, target)


def _unknown(name: str, found: Sequence[dict[str, Any]], target: str) -> BriefingError:
    """What to say of a target that no page has."""
    if name == "people":
        there = [alias for item in found for alias in (item["name"], *item["aliases"])]
        return BriefingError(f"Nothing on the pages has the name {target!r}{_nearest(target, there)}: copy it from a page.")
    there = [known for item in found for known in (item["id"], *item["members"])]
    return BriefingError(
        f"Nothing on the pages has the id {target!r}{_nearest(target, there, 0)}: copy it from the end of its link, "
        "after the #; after a change of articles, run `briefing build` first."
    )


def _nearest(target: str, there: Sequence[str], like: float = 0.6) -> str:
    """The known ones that are most like a target, in a few words; nothing where none is as like it as that."""
    near = difflib.get_close_matches(target, dict.fromkeys(there), 3, like)
    return f" (nearest: {', '.join(near)})" if near else ""


def _telling(event: dict[str, Any], target: str) -> dict[str, Any]:
    """The telling that an id names, or the first."""
    found: list[dict[str, Any]] = event["tellings"]
    return next((telling for telling in found if telling.get("id") == target), found[0])
