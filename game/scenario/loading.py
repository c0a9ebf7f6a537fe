"""From a folder of YAML files to a checked, read-only ``Scenario``, or every fault at once.

Read each file into trees, join lists under the same key, check shapes, collect ids, then convert:
by then every id is known, so references, expressions and effects are checked in one pass.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import ConfigDict, Field, ValidationError

from game.scenario import schema_play, schema_world, vocabulary
from game.scenario.checks import check
from game.scenario.draft import Draft, Item
from game.scenario.expr import Names
from game.scenario.faults import FAULT, Fault, ScenarioFaults
from game.scenario.model import Scenario
from game.scenario.reading import Node, files_of, read_text, read_tree, unknown_key
from game.scenario.schema_base import Build, Day, Form, convert_item
from game.scenario.shape import shape_faults

MOST_FILES = 400
DEFAULT_SIZES = {"small": 40, "medium": 100, "large": 215}

#: Key of a list in the files -> (field of Scenario, form of its items).
SECTIONS: dict[str, tuple[str, type[Form]]] = {
    "axes": ("axes", schema_world.AxisForm), "quantities": ("quantities", schema_world.QuantityForm),
    "rules": ("rules", schema_world.RuleForm), "chapters": ("chapters", schema_world.ChapterForm),
    "people": ("people", schema_world.PersonForm), "feelings": ("feelings", schema_world.FeelingForm),
    "blocs": ("blocs", schema_world.BlocForm), "contenders": ("contenders", schema_world.ContenderForm),
    "pacts": ("pacts", schema_world.PactForm), "bodies": ("bodies", schema_world.BodyForm),
    "posts": ("posts", schema_world.PostForm), "regions": ("regions", schema_world.RegionForm),
    "motions": ("motions", schema_world.MotionForm), "meetings": ("meetings", schema_world.MeetingForm),
    "orders": ("orders", schema_play.OrderForm), "documents": ("documents", schema_play.DocumentForm),
    "theses": ("theses", schema_play.ThesisForm), "hinges": ("hinges", schema_play.HingeForm),
    "events": ("events", schema_play.EventForm), "facts": ("record", schema_play.FactForm),
    "deeds": ("history", schema_play.DeedForm), "expect": ("expect", schema_play.ExpectForm),
}  # fmt: skip

#: Mappings that may be split over files.
MAPPINGS = ("labels", "sizes", "parameters", "settings", "reasons", "sources")


class HeadForm(Form):
    """The single values and mappings of scenario.yaml."""

    model_config = ConfigDict(extra="forbid", strict=True)
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
    title: str
    version: str
    summary: str
    place: str = ""
    start: Day
    turn_months: Annotated[int, Field(ge=1, le=12)] = 2
    turns: Annotated[int, Field(ge=1, le=1000)]
    end: Day | None = None
    labels: dict[str, str] = {}
    sizes: dict[str, Annotated[int, Field(ge=0, le=1000)]] = {}
    parameters: dict[str, int] = {}
    settings: dict[str, Any] = {}
    reasons: dict[str, str] = {}
    sources: dict[str, str] = {}


@dataclass(slots=True)
class Sources:
    """The joined files: items of lists with their places, and the head as one mapping."""

    items: dict[str, list[tuple[str, Node]]] = field(default_factory=lambda: {key: [] for key in SECTIONS})
    head: Node = field(default_factory=lambda: Node({}, 1, 1))
    head_files: dict[str, str] = field(default_factory=dict)
    first_file: str = "scenario.yaml"
    unreadable: bool = False
    marks: list[tuple[str, str]] = field(default_factory=list)


def load(folder: Path | str) -> Scenario:
    """The scenario in a folder; ScenarioFaults lists everything that is wrong with it."""
    scenario, faults = examine(Path(folder))
    if scenario is None:
        raise ScenarioFaults(str(folder), [fault for fault in faults if fault.level == FAULT])
    return scenario


def examine(folder: Path) -> tuple[Scenario | None, list[Fault]]:
    """The scenario if it has no faults, and every fault and warning in order of place.

    When a file cannot be read at all, only that is told: what it holds would be missing everywhere.
    """
    unread: list[Fault] = []
    sources, digest = _read(folder, unread)
    if sources.unreadable:
        return None, sorted(unread)
    faults: list[Fault] = []
    draft = _convert(sources, faults)
    check(draft, faults)
    told = {(fault.file, fault.line, fault.column) for fault in unread}
    rest = {fault for fault in faults if (fault.file, fault.line, fault.column) not in told}
    faults = sorted(rest.union(unread))
    if any(fault.level == FAULT for fault in faults):
        return None, faults
    return _scenario(draft, folder, digest, tuple(sources.marks)), faults


def _read(folder: Path, faults: list[Fault]) -> tuple[Sources, str]:
    """Read and join every file; the digest covers names and bytes."""
    sources, digest = Sources(), hashlib.blake2b(digest_size=16)
    if not (folder / "scenario.yaml").is_file():
        what = "there is no such file" if folder.is_dir() else "there is no such folder"
        faults.append(Fault("scenario.yaml", 1, 1, what, do="a scenario is a folder with a scenario.yaml"))
        sources.unreadable = True
        return sources, ""
    found = list(files_of(folder))
    if len(found) > MOST_FILES:
        faults.append(Fault("scenario.yaml", 1, 1, f"there are more than {MOST_FILES} files", do="join some"))
    for name, path in found[:MOST_FILES]:
        text = read_text(path, name, faults) if _inside(folder, path, name, faults) else None
        tree = read_tree(text, name, faults) if text is not None else None
        if text is None or tree is None:
            sources.unreadable = sources.unreadable or bool(text is None or text.strip())
            continue
        digest.update(name.encode() + b"\0" + text.encode() + b"\0")
        sources.marks.append((name, hashlib.blake2b(text.encode(), digest_size=6).hexdigest()))
        _join(name, tree, sources, faults)
    return sources, digest.hexdigest()


def _inside(folder: Path, path: Path, name: str, faults: list[Fault]) -> bool:
    """Whether a file lies in the folder and is no link to elsewhere."""
    if path.resolve().is_relative_to(folder.resolve()):
        return True
    faults.append(Fault(name, 1, 1, "this link leads out of the scenario's folder", do="put the file itself here"))
    return False


def _join(name: str, tree: Node, sources: Sources, faults: list[Fault]) -> None:
    """Add the lists and values of one file."""
    if tree.data is None:
        return
    if not isinstance(tree.data, dict):
        faults.append(Fault(name, tree.line, tree.column, "expected keys such as people:", do="see the guide"))
        return
    known = [*HeadForm.model_fields, *SECTIONS]
    for key, part in tree.parts.items():
        if key in SECTIONS:
            if isinstance(part.data, list):
                sources.items[key] += [(name, part.parts[place]) for place in range(len(part.data))]
            elif part.data is not None:
                faults.append(Fault(name, part.line, part.column, f"{key} must be a list", do="begin each with -"))
        elif key in MAPPINGS:
            _merge(name, key, part, tree, sources, faults)
        elif key not in known:
            faults.append(unknown_key(name, tree, key, known))
        elif key in sources.head.parts:
            line, column = tree.key_place(key)
            what = f"{key} is already given in {sources.head_files[key]}"
            faults.append(Fault(name, line, column, what, do="keep one of them"))
        else:
            _set_head(name, key, part, tree, sources)


def _set_head(name: str, key: str, part: Node, tree: Node, sources: Sources) -> None:
    """Put one value into the head."""
    sources.head.parts[key], sources.head.data[key] = part, part.data
    sources.head.keys[key] = tree.keys[key]
    sources.head_files[key] = name


def _merge(name: str, key: str, part: Node, tree: Node, sources: Sources, faults: list[Fault]) -> None:
    """Join a mapping that is split over files."""
    present = sources.head.parts.get(key)
    if present is None or not (isinstance(part.data, dict) and isinstance(present.data, dict)):
        _set_head(name, key, part, tree, sources)
        return
    for word, value in part.parts.items():
        if word in present.parts:
            line, column = part.key_place(word)
            faults.append(Fault(name, line, column, f"{word} is already given in {key}", do="keep one of them"))
        else:
            present.parts[word], present.data[word] = value, value.data
            present.keys[word] = part.keys[word]


def _convert(sources: Sources, faults: list[Fault]) -> Draft:
    """Shapes, ids, then conversion of everything whose shape is right."""
    draft = Draft()
    head = _head(sources, faults)
    build = _build(sources, faults, head)
    for key, (section, _) in SECTIONS.items():
        for file, node, form in _shapes(key, sources, faults):  # of one list at a time: forms take room
            build.file = file
            draft.items.setdefault(section, []).append(Item(convert_item(form, node, build), node, file))
    draft.head, draft.names, draft.leaders = head, build.names, build.leaders
    return draft


def _head(sources: Sources, faults: list[Fault]) -> HeadForm | None:
    """The head, if its shape is right."""
    try:
        return HeadForm.model_validate(sources.head.data)
    except ValidationError as error:
        for fault in shape_faults(error, HeadForm, sources.head, sources.first_file):
            key = next((key for key, part in sources.head.parts.items() if part.line == fault.line), "")
            file = sources.head_files.get(key, sources.first_file)
            faults.append(Fault(file, fault.line, fault.column, fault.what, fault.nearest, fault.do))
        return None


def _shapes(key: str, sources: Sources, faults: list[Fault]) -> list[tuple[str, Node, Form]]:
    """The items of a list whose shape is right."""
    form, good = SECTIONS[key][1], []
    for file, node in sources.items[key]:
        try:
            good.append((file, node, form.model_validate(node.data)))
        except ValidationError as error:
            faults += shape_faults(error, form, node, file)
    return good


def _build(sources: Sources, faults: list[Fault], head: HeadForm | None) -> Build:
    """What conversion needs: ids, poles, leaders, axes, options."""
    kinds = {section: kind for kind, section in vocabulary.FIELD_OF_KIND.items()}
    ids: dict[str, dict[str, int]] = {}
    for key, (section, _) in SECTIONS.items():
        if section in kinds:
            ids[kinds[section]] = _ids(key, sources, faults)
    options = {hinge: _inner(node, "options", "id") for hinge, node in _with_ids("hinges", sources)}
    slots = {order: _slots(node) for order, node in _with_ids("orders", sources)}
    choices = {choice for names in options.values() for choice in names}
    for _, node in sources.items["orders"]:
        slot_nodes = node.parts["slots"].parts.values() if "slots" in node.parts else ()
        choices.update(choice for slot in slot_nodes for choice in slot.at(("choices",)).keys)
    poles = [f"{axis}:{node.data.get(end)}" for axis, node in _with_ids("axes", sources) for end in ("low", "high")]
    leaders = [_text(node, "leader") for _, node in sources.items["blocs"]]
    names = Names(ids, options, frozenset(choices))
    sizes = {**DEFAULT_SIZES, **(head.sizes if head else {})}
    build = Build(names, tuple(poles), sizes, tuple(leaders), tuple(ids.get("axis", ())), faults)
    build.slots = slots
    build.sources = head.sources if head else {}
    return build


def _text(node: Node, key: str) -> str:
    """A text of a mapping, or nothing."""
    value = node.data.get(key) if isinstance(node.data, dict) else None
    return value if isinstance(value, str) else ""


def _with_ids(key: str, sources: Sources) -> list[tuple[str, Node]]:
    """The items of a list that have an id."""
    return [(_text(node, "id"), node) for _, node in sources.items[key] if _text(node, "id")]


def _inner(node: Node, key: str, name: str) -> tuple[str, ...]:
    """The ids of an inner list."""
    part = node.parts.get(key)
    return tuple(_text(item, name) for item in part.parts.values()) if part else ()


def _slots(node: Node) -> dict[str, str]:
    """Slot name -> kind of an order."""
    part = node.parts.get("slots")
    return {_text(slot, "name"): _text(slot, "kind") for slot in part.parts.values()} if part else {}


def _ids(key: str, sources: Sources, faults: list[Fault]) -> dict[str, int]:
    """Id -> position of a list; a second use of an id is a fault."""
    places: dict[str, int] = {}
    first: dict[str, tuple[str, int]] = {}
    for place, (file, node) in enumerate(sources.items[key]):
        name = _text(node, "id")
        if not name:
            continue
        if name in places:
            at = node.parts["id"]
            where = f"{first[name][0]}:{first[name][1]}"
            what = f"the id {name[:60]!r} is already used at {where}"
            faults.append(Fault(file, at.line, at.column, what, do="give one of them another id"))
            continue
        places[name], first[name] = place, (file, node.line)
    return places


def _scenario(draft: Draft, folder: Path, digest: str, marks: tuple[tuple[str, str], ...]) -> Scenario:
    """The finished scenario."""
    head = draft.head
    assert head is not None  # a missing head is a fault
    lists: dict[str, Any] = {
        section: tuple(item.made for item in draft.items.get(section, ())) for section, _ in SECTIONS.values()
    }
    values: dict[str, Any] = {name: getattr(head, name) for name in HeadForm.model_fields if name != "sizes"}
    index = {vocabulary.FIELD_OF_KIND[kind]: dict(draft.names.ids.get(kind, {})) for kind in vocabulary.FIELD_OF_KIND}
    sizes = {**DEFAULT_SIZES, **head.sizes}
    return Scenario(
        **values, **lists, sizes=sizes, digest=digest, folder=str(folder), index=index, files=marks
    )
