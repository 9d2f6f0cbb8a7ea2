"""Run a template: Jinja2 (https://jinja.palletsprojects.com), which sees the data and no more.

Every value that a template prints is text and is escaped, unless it is Markdown already (`Raw`).
What a template can do is bounded: it reads the fields of records, walks lists and calls the few
filters of `template_filters`; it takes no longer and grows no larger than its `Budget`.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from types import TracebackType
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, nodes, pass_context
from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from reader import paths
from reader.core.errors import QT_TRANSLATE_NOOP, ExportError
from reader.exporting.template_filters import FILTERS, TESTS, text_of
from reader.exporting.template_values import Raw, Record, markdown_of

TIME_S = 5.0
"""How long a template may take for one article or entity."""

MOST_CHARACTERS = 20_000_000
"""How much a template may write of one article or entity."""

_MOST_ITEMS = 1_000_000
_MOST_HANDLED = 10  # times as many characters may pass through filters as may be written
_LONG_DATA = 200  # characters of a template's own words from which on they are counted
_LARGEST_NUMBER = 1 << 64
_LOOP_FIELDS = frozenset(
    "index index0 revindex revindex0 first last length depth depth0 previtem nextitem cycle".split()
)


class TooMuch(Exception):  # noqa: N818 (as ExportCancelled)
    """Raised where a template takes too long or writes too much."""


class Budget:
    """What is left to a template."""

    def __init__(self, *, time_s: float = TIME_S, most: int = MOST_CHARACTERS) -> None:
        self._deadline = time.monotonic() + time_s
        self._most = most
        self._handled = 0

    def check(self) -> None:
        """Raise `TooMuch` where the time is over."""
        if time.monotonic() > self._deadline:
            raise TooMuch

    def hold(self, length: int) -> None:
        """Raise `TooMuch` where a text of this length would be too long."""
        self.check()
        if length > self._most:
            raise TooMuch

    def spend(self, length: int) -> None:
        """Raise `TooMuch` as `hold` does, and where many such texts are too much together."""
        self.hold(length)
        self._handled += length
        if self._handled > _MOST_HANDLED * self._most:
            raise TooMuch


class Template:
    """A template that can be filled in; `name` is what errors call it, `source` its text.

    :raises ExportError: where it is not well-formed.
    """

    def __init__(self, name: str, source: str, *, budget: "type[Budget]" = Budget) -> None:
        self.name = name
        self._new_budget = budget
        self._environment = _Environment()
        try:
            code = self._environment.compile(source, filename=_FILE)
            self._template = self._environment.template_class.from_code(
                self._environment, code, self._environment.make_globals(None)
            )
        except (*_TELLABLE, SyntaxError) as error:  # Python's own limits among them
            raise _told(name, error) from error

    def fill(self, data: Mapping[str, object]) -> str:
        """Return the template filled in with data.

        :raises ExportError: where it asks for what there is not, takes too long or grows too long.
        """
        budget = self._new_budget()
        self._environment.budget = budget
        parts: list[str] = []
        length = 0
        try:
            for part in self._template.generate(dict(data)):
                parts.append(part)
                length += len(part)
                budget.hold(length)
        except _TELLABLE as error:
            raise _told(self.name, error) from error
        return "".join(parts)


_FILE = "<template>"

_TELLABLE = (
    *(TemplateError, SecurityError, TooMuch, RecursionError, OverflowError, MemoryError),
    *(TypeError, ValueError, ArithmeticError, LookupError, AttributeError),
)
"""What a template makes happen; all but the first few are Python's words for its mistakes."""


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with nothing in reach but records, lists, loops and our filters."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self) -> None:
        super().__init__(
            autoescape=True,  # what is captured in a macro or a block is Markdown, see `_shown`
            undefined=StrictUndefined,
            loader=FunctionLoader(_built_in_source),
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.budget = Budget()
        self.globals = {"range": self._range, "namespace": Namespace}
        metered = {**FILTERS, "_shown": _shown, "_joined": _joined}
        self.filters = {name: self._metered(each) for name, each in metered.items()}
        self.filters |= {"_counted": _counted, "_flat": _flat}
        self.tests = {name: self.tests[name] for name in TESTS}

    def compile(self, source: Any, *arguments: Any, **options: Any) -> Any:
        if isinstance(source, str):
            name = options.get("name") or (arguments[0] if arguments else None)
            filename = options.get("filename") or (arguments[1] if len(arguments) > 1 else None)
            source = _bounded(self.parse(source, name, filename))
        return super().compile(source, *arguments, **options)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Record):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and attribute not in _LOOP_FIELDS:
            return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, str | int | float | list | tuple | dict | None):
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Record) and isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, str | list | tuple) and isinstance(argument, int | slice):
            return super().getitem(obj, argument)
        if isinstance(obj, dict):
            return obj.get(argument, self.undefined(obj=obj, name=argument))
        return self.undefined(obj=obj, name=argument)

    def call(self, context: Context, obj: Any, *arguments: Any, **named: Any) -> Any:
        self.budget.check()
        return super().call(context, obj, *arguments, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        self.budget.check()
        sizes = [len(each) if isinstance(each, str | list | tuple) else 0 for each in (left, right)]
        if operator == "%" and isinstance(left, str):
            raise SecurityError("“%” between texts")
        if operator == "+":
            self._hold(sum(sizes), is_text=isinstance(left, str))
        elif any(sizes):
            times = [each for each in (left, right) if isinstance(each, int)]
            self._hold(max(sizes) * max([0, *times]), is_text=False)
        elif operator in ("*", "**"):
            if operator == "**" and (abs(left) > 1000 or abs(right) > 6):
                raise OverflowError
            if max(abs(left), abs(right)) > _LARGEST_NUMBER:
                raise OverflowError
        return super().call_binop(context, operator, left, right)

    def _metered(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter that isn't called with more than it can handle in a moment."""

        @wraps(function)
        def filtered(*arguments: Any, **named: Any) -> Any:
            values = [each for each in (*arguments, *named.values()) if isinstance(each, _SIZED)]
            items = max(map(_items, values[:1]), default=0)
            # Each item of the first value may get one of the others beside it.
            beside = max((len(each) for each in values[1:] if isinstance(each, str)), default=0)
            self._hold(items, is_text=False)
            self.budget.spend(sum(map(_length, values)) + items * beside)
            return function(*arguments, **named)

        return filtered

    def _hold(self, length: int, *, is_text: bool) -> None:
        self.budget.spend(length)
        if not is_text and length > _MOST_ITEMS:
            raise TooMuch

    def _range(self, *bounds: int) -> range:
        numbers = range(*bounds)
        if len(numbers) > _MOST_ITEMS:
            raise TooMuch
        return numbers


_SIZED = (str, list, tuple, range)


def _items(value: Any) -> int:
    """Return how many items a list has, or lines a text."""
    return value.count("\n") + 1 if isinstance(value, str) else len(value)


def _length(value: Any) -> int:
    """Return the length of a text, or of all the texts in a list."""
    if isinstance(value, str):
        return len(value)
    return 0 if isinstance(value, range) else sum(len(e) for e in value if isinstance(e, str))


@pass_context  # so that it isn't called when the template is compiled
def _shown(context: Context, value: Any) -> Raw:  # noqa: ARG001
    """Return what a template prints of a value, as Markdown."""
    return markdown_of(value)


@pass_context
def _counted(context: Context, items: Iterable[Any]) -> "_Walked":
    """Return items that can be walked as long as there is time."""
    budget: Budget = context.environment.budget  # type: ignore[attr-defined]
    return _Walked(items, budget)


class _Walked:
    """An iterable of known length, where it has one, that looks at the clock at each step."""

    def __init__(self, items: Iterable[Any], budget: Budget) -> None:
        self._items = items if hasattr(items, "__len__") else list(items)
        self._budget = budget

    def __len__(self) -> int:
        return len(self._items)  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            self._budget.check()
            yield item


@pass_context
def _joined(context: Context, first: Any, *others: Any) -> str:  # noqa: ARG001
    """Return values as one text; Markdown where all of them are."""
    parts = [first, *others]
    text = "".join(text_of(part) for part in parts)
    return Raw(text) if all(isinstance(part, Markup) for part in parts) else text


@pass_context
def _flat(context: Context, value: Any) -> Any:  # noqa: ARG001
    """Return an item of a list: a list of lists of lists could grow without bounds."""
    if isinstance(value, list | tuple | dict):
        raise ValueError("a list within a list")
    return value


def _bounded(template: nodes.Template) -> nodes.Template:
    """Return a template's syntax with every output, loop and concatenation led through filters."""
    for output in template.find_all(nodes.Output):
        output.nodes = [
            each if _is_short(each) else _filtered(each, "_shown") for each in output.nodes
        ]
    for loop in template.find_all(nodes.For):
        loop.iter = _filtered(loop.iter, "_counted")
    for listed in template.find_all((nodes.List, nodes.Tuple)):
        if not (isinstance(listed, nodes.Tuple) and listed.ctx != "load"):
            listed.items = [_filtered(each, "_flat") for each in listed.items]
    _replace_concatenations(template)
    return template


def _is_short(node: nodes.Expr) -> bool:
    """Return whether a node is of the template's own words, and of few."""
    return isinstance(node, nodes.TemplateData) and len(node.data) < _LONG_DATA


def _filtered(node: Any, name: str, *others: nodes.Expr) -> nodes.Filter:
    made = nodes.Filter(node, name, list(others), [], None, None, lineno=node.lineno)
    if node.environment is not None:
        made.set_environment(node.environment)
    return made


def _replace_concatenations(node: nodes.Node) -> None:
    for field, value in node.iter_fields():
        if isinstance(value, list):
            setattr(node, field, [_without_concatenation(each) for each in value])
        else:
            setattr(node, field, _without_concatenation(value))
    for child in node.iter_child_nodes():
        _replace_concatenations(child)


def _without_concatenation(node: Any) -> Any:
    if isinstance(node, nodes.Concat):
        return _filtered(node.nodes[0], "_joined", *node.nodes[1:])
    return node


def _built_in_source(name: str) -> str | None:
    """Return the source of a built-in template, which others may include; None for none."""
    folder = paths.resources() / "templates"
    known = {path.name: path for path in folder.glob("*.j2")}
    return known[name].read_text("utf-8") if name in known else None


def _told(name: str, error: BaseException) -> ExportError:
    """Return the sentence for what went wrong in a template."""
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line(error.__traceback__)
    if isinstance(error, TooMuch | RecursionError | OverflowError | MemoryError):
        return ExportError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The template “{name}” was stopped at line {line}, because it takes too long or "
                "writes too much: let it repeat less.",
            ),
            name=name,
            line=line,
        )
    if isinstance(error, UndefinedError):
        return ExportError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The template “{name}” asks at line {line} for something that there is not "
                "({reason}): see the list of its variables.",
            ),
            name=name,
            line=line,
            reason=_plain(error),
        )
    return ExportError(
        QT_TRANSLATE_NOOP(
            "errors", "The template “{name}” has a mistake at line {line}: {reason}."
        ),
        name=name,
        line=line,
        reason=_plain(error),
    )


def _plain(error: BaseException) -> str:
    if isinstance(error, TemplateNotFound):
        return f"no template {error.name}"
    if isinstance(error, SyntaxError):
        return error.msg  # its line is of the program that the template became
    reason = str(error).replace("reader.exporting.template_values.Record object", "record")
    return reason.rstrip(".")


def _line(traceback: TracebackType | None) -> int:
    """Return the line of the template at which an error was raised; 1 where that isn't known."""
    line = 1
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
