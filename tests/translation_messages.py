"""The sentences that the core tells its user, read from the program's source: what is given to an error, a notice or
an alert as its title, hint or reason, followed through names, constants and functions of the same module."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PROGRAM = Path(__file__).parent.parent / "voiceflow"
_UNTRANSLATED = {"cli", "bench", "api", "agents"}
"""Faces that speak English."""
_TOLD = re.compile(r"(\w*Error|Notice|Reading|Recommendation|Rule|ModelEntry|_notice|_problem|_failure)$")
_NAMED = {"title", "hint", "reason", "note", "cure"}
_TELLING = {"_cuda_problem", "_on_cuda", "_other_type", "_state", "TITLES"}
"""Functions that give back a reason which another module tells, and tables of them."""
_SENTENCE = re.compile(r"[A-Za-z]{2,}.* .*[A-Za-z]{2,}|^[A-Z][a-z]{5,}$|[a-z]{3,} \(?\{", re.DOTALL)
_LEAST_LETTERS = 4
_PROGRAMMER = {"TypeError", "ValueError", "RuntimeError", "LookupError", "KeyError", "OSError", "KeychainError"}


def messages() -> list[str]:
    """Sorted, with the parts that change as `{name}`."""
    found: set[str] = set()
    for path in sorted(PROGRAM.rglob("*.py")):
        if path.relative_to(PROGRAM).parts[0] not in _UNTRANSLATED:
            found.update(_Module(ast.parse(path.read_text("utf-8"))).sentences())
    return sorted(sentence for sentence in found if _SENTENCE.search(sentence) and _letters(sentence) >= _LEAST_LETTERS)


class _Module:
    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        self._functions = {function.name: function for function in functions}
        self._parts: set[str] = set()

    def sentences(self) -> set[str]:
        found: set[str] = set()
        for scope in (self._tree, *self._functions.values()):
            names = _assigned(self._tree) | _assigned(scope)
            for node in ast.walk(scope):
                for told in self._told(node, scope):
                    found.update(self._read(told, names, 0))
        return found | self._parts

    def _told(self, node: ast.AST, scope: ast.AST) -> Iterator[ast.expr]:
        if isinstance(node, ast.Return) and node.value and getattr(scope, "name", "") in _TELLING:
            yield node.value
        if isinstance(node, ast.Assign) and _name(node.targets[0]) in _TELLING:
            yield node.value
        if isinstance(node, ast.Call):
            name = _name(node.func)
            if _TOLD.match(name) and name not in _PROGRAMMER:
                yield from node.args
            yield from (each.value for each in node.keywords if each.arg in _NAMED)

    def _read(self, node: ast.expr, names: dict[str, list[ast.expr]], depth: int) -> set[str]:
        """Every text that this can be."""
        if depth > 6:
            return set()
        if isinstance(node, ast.Constant):
            return {node.value} if isinstance(node.value, str) else set()
        if isinstance(node, ast.JoinedStr):
            return {self._sentence(node, names, depth)}
        return {text for part in self._choices(node, names) for text in self._read(part, names, depth + 1)}

    def _choices(self, node: ast.expr, names: dict[str, list[ast.expr]]) -> list[ast.expr]:
        match node:
            case ast.IfExp():
                return [node.body, node.orelse]
            case ast.BinOp():
                return [node.left, node.right]
            case ast.BoolOp():
                return node.values
            case ast.Dict():
                return node.values
            case ast.Tuple():
                return node.elts
            case ast.Subscript():
                return [node.value]
            case ast.Name():
                return names.get(node.id, [])
            case ast.Call() if isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "format"):
                return [node.func.value, *node.args[1:]]
            case ast.Call() if function := self._functions.get(_name(node.func)):
                return [each.value for each in ast.walk(function) if isinstance(each, ast.Return) and each.value]
        return []

    def _sentence(self, node: ast.JoinedStr, names: dict[str, list[ast.expr]], depth: int) -> str:
        """Texts that stand in it are sentences of their own; parts of the same name get a number."""
        text, taken = "", dict[str, int]()
        for piece in node.values:
            if isinstance(piece, ast.Constant):
                text += str(piece.value)
            elif isinstance(piece, ast.FormattedValue):
                self._parts.update(self._read(piece.value, names, depth + 1))
                name = _name(piece.value) or "value"
                taken[name] = taken.get(name, 0) + 1
                text += f"{{{name}{taken[name] if taken[name] > 1 else ''}}}"
        return text


def _assigned(scope: ast.AST) -> dict[str, list[ast.expr]]:
    """What the names of this module's top, or of a function, can stand for."""
    nodes = scope.body if isinstance(scope, ast.Module) else ast.walk(scope)
    found: dict[str, list[ast.expr]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name, value in _pairs(target, node.value):
                    found.setdefault(name, []).append(value)
        elif isinstance(node, ast.AnnAssign) and node.value and isinstance(node.target, ast.Name):
            found.setdefault(node.target.id, []).append(node.value)
        elif isinstance(node, ast.For):  # for name, (title, hint) in TABLE.items()
            for each in ast.walk(node.target):
                if isinstance(each, ast.Name) and isinstance(node.iter, ast.Call):
                    found.setdefault(each.id, []).append(getattr(node.iter.func, "value", node.iter))
    return found


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple):
        parts = value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts)
        for each, part in zip(target.elts, parts, strict=False):
            yield from _pairs(each, part)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return _name(node.func)
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _letters(sentence: str) -> int:
    return sum(map(str.isalpha, re.sub(r"\{\w+\}", "", sentence)))
