"""The import table: one direction, no way back, and nobody imports the package root."""

from __future__ import annotations

import ast
from itertools import groupby
from pathlib import Path

import pytest

import scrapeclean

ROOT = Path(scrapeclean.__file__).parent
#: Each layer may import the layers above it, and itself where it is a package; never below.
LAYERS = (
    {"atomic", "cached", "errors"},
    {"edits", "patterns"},
    {"markdown"},
    {"characters"},
    {"repair"},
    {"credits"},
    {"facts"},
    {"byline_words"},
    {"lines"},
    {"places"},
    {"rewriting"},
    {"page"},
    {"lexicon"},
    {"model"},
    {"headlines"},
    {"cleaners"},
    {"articles"},
    {"sites"},
    {"pipeline"},
    {"presets"},
    {"config"},
    {"files"},
    {"formats"},
    {"batch"},
    {"report"},
    {"integrations"},
    {"cli"},
    {"__main__"},
)
CORE = {"click", "ftfy", "rapidfuzz", "regex", "tomli"}
#: Modules of one layer that may not see each other.
STRANGERS = {"cleaners"}


def modules() -> dict[str, ast.Module]:
    """Every module of the package, by its name below the root."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def imports(module: ast.Module, *, anywhere: bool) -> set[str]:
    """What a module imports, at its top or anywhere inside."""
    nodes = ast.walk(module) if anywhere else module.body
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module))
    return found


def layer(module: str) -> int:
    head = module.partition(".")[0]
    for number, names in enumerate(LAYERS):
        if head in names:
            return number
    raise AssertionError(f"{module} has no layer: give it one in this table")


def own_imports(name: str) -> set[str]:
    """The modules of the package that `name` imports, below the root."""
    prefix = "scrapeclean."
    found = imports(MODULES[name], anywhere=True)
    return {other.removeprefix(prefix) for other in found if other.startswith(prefix)}


INNER = [name for name in MODULES if name != "__init__"]


@pytest.mark.parametrize("name", INNER)
def test_imports_go_one_way(name: str):
    for other in own_imports(name):
        same = other.partition(".")[0] == name.partition(".")[0]
        assert same or layer(other) < layer(name), f"{name} must not import {other}"


@pytest.mark.parametrize("name", MODULES)
def test_imports_are_absolute(name: str):
    nodes = ast.walk(MODULES[name])

    assert not [node for node in nodes if isinstance(node, ast.ImportFrom) and node.level]


@pytest.mark.parametrize("name", INNER)
def test_nobody_inside_imports_the_package_root(name: str):
    assert "scrapeclean" not in imports(MODULES[name], anywhere=True)


@pytest.mark.parametrize("name", [n for n in INNER if n.partition(".")[0] in STRANGERS])
def test_cleaners_do_not_know_each_other(name: str):
    assert not {other for other in own_imports(name) if layer(other) == layer(name)}


def test_there_is_no_import_cycle():
    waiting = {name: own_imports(name) & MODULES.keys() - {name} for name in INNER}
    while free := [name for name, needs in waiting.items() if not needs]:
        for name in free:
            del waiting[name]
        waiting = {name: needs - set(free) for name, needs in waiting.items()}

    assert not waiting


@pytest.mark.parametrize("name", INNER)
def test_click_is_the_command_lines_own(name: str):
    uses_click = any(o.partition(".")[0] == "click" for o in imports(MODULES[name], anywhere=True))

    assert not uses_click or name.startswith("cli")


@pytest.mark.parametrize("name", MODULES)
def test_what_an_extra_installs_is_imported_where_it_is_used(name: str):
    """At the top of a module stand the standard library, the core packages, and the project."""
    import sys

    known = {*sys.stdlib_module_names, *CORE, "scrapeclean"}

    assert {o.partition(".")[0] for o in imports(MODULES[name], anywhere=False)} <= known


def test_the_table_names_no_module_twice():
    names = sorted(name for names in LAYERS for name in names)

    assert [name for name, group in groupby(names) if len(list(group)) > 1] == []


def test_modules_and_functions_are_short():
    """250 lines a module, 40 a function without its docstring, five parameters."""
    too_long = []
    for name, module in MODULES.items():
        size = max((node.end_lineno or 0 for node in module.body), default=0)
        too_long += [f"{name}: {size} lines"] * (size > 250)
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef):
                too_long += [f"{name}.{node.name}"] * (body_lines(node) > 40 or arity(node) > 5)

    assert too_long == []


def body_lines(function: ast.FunctionDef) -> int:
    doc = ast.get_docstring(function, clean=False) or ""
    return (function.end_lineno or 0) - function.lineno + 1 - (doc.count("\n") + 1) * bool(doc)


def arity(function: ast.FunctionDef) -> int:
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
    return len(names) + len(function.args.kwonlyargs) - (names[:1] in (["self"], ["cls"]))
