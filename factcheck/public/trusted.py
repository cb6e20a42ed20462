"""Public models made from our own records without checking what was checked when they were read.

A model of pydantic that is validated costs several times what its fields do, in time and in the set of field names that each
carries. Here the fields are read at once and all models of a class share one such set; they are frozen, so nobody changes it.
What comes from outside (arguments, files) is validated as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel

Model = TypeVar("Model", bound=BaseModel)

_new = object.__new__
_put_fields, _put_names = BaseModel.__dict__["__dict__"].__set__, BaseModel.__dict__["__pydantic_fields_set__"].__set__
_put_extra, _put_private = BaseModel.__dict__["__pydantic_extra__"].__set__, BaseModel.__dict__["__pydantic_private__"].__set__


def maker(model: type[Model]) -> Callable[[dict[str, Any]], Model]:
    """What makes a model of its fields, all of them, in the order in which the class declares them."""
    names = set(model.model_fields)

    def make(fields: dict[str, Any]) -> Model:
        made = _new(model)
        _put_fields(made, fields)
        _put_names(made, names)
        _put_extra(made, None)
        _put_private(made, None)
        return made

    return make


def reader(model: type[BaseModel]) -> Callable[[Any], dict[str, Any]]:
    """What reads the fields of a model from a record that has attributes of the same names.

    Written out as one display of a dictionary, as dataclasses write their methods: half the time of getting each by its name.
    """
    fields = ", ".join(f"{name!r}: record.{name}" for name in model.model_fields)
    return eval(f"lambda record: {{{fields}}}")  # noqa: S307 - of the names in our own class, nothing else


def defaults(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a model in order, each with what it is where nobody says otherwise, or None."""
    return {name: None if field.is_required() else field.default for name, field in model.model_fields.items()}
