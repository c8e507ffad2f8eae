"""Sources: one outlet, one module, holding one constant `SOURCE`.

A source is found by its file: there is no registry to edit. The file's name is the source's id.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from etl.model import SourceSpec

_LAYOUT_MODULES = frozenset({"platforms"})


@cache
def all_sources() -> MappingProxyType[str, SourceSpec]:
    """Return every declared source by its id, in alphabetical order.

    Raises ValueError where a file's name and its source's id differ, so that a copied file cannot
    shadow the outlet that it was copied from.
    """
    found: dict[str, SourceSpec] = {}
    for module in sorted(iter_modules(__path__), key=lambda each: each.name):
        if module.name in _LAYOUT_MODULES:
            continue
        spec: SourceSpec = import_module(f"{__name__}.{module.name}").SOURCE
        if spec.source_id != module.name:
            msg = f"etl/sources/{module.name}.py: source_id={spec.source_id!r}; name the file after its source_id"
            raise ValueError(msg)
        found[spec.source_id] = spec
    return MappingProxyType(found)
