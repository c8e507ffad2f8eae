"""Sources: one outlet, one module, holding one constant `SOURCE`.

A source is found by its file: there is no registry to edit. The file's name is the source's id. An
operator may keep files of the same kind in a folder of their own (`own`), for outlets that stay private.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import MappingProxyType

from etl.model import SourceSpec

_NO_SOURCES = frozenset({"__init__", "conventions", "platforms"})


@cache
def all_sources(own: Path | None = None) -> MappingProxyType[str, SourceSpec]:
    """Return every declared source by its id: those that ship with Rasad, then those of the folder `own`.

    Raises ValueError where a file's name and its source's id differ, or an id is taken, so that a
    copied file cannot shadow the outlet that it was copied from.
    """
    found: dict[str, SourceSpec] = {}
    for folder in (Path(__file__).parent, own):
        for path, spec in _declared(folder) if folder is not None else ():
            if spec.source_id != path.stem:
                msg = f"{path}: source_id={spec.source_id!r}; name the file after its source_id"
                raise ValueError(msg)
            if spec.source_id in found:
                msg = f"{path}: a source is called {spec.source_id!r} already; give this one another id and file name"
                raise ValueError(msg)
            found[spec.source_id] = spec
    return MappingProxyType(found)


def _declared(folder: Path) -> Iterator[tuple[Path, SourceSpec]]:
    for path in sorted(folder.glob("*.py")):
        if path.stem not in _NO_SOURCES:
            module_spec = spec_from_file_location(f"{__name__}.{path.stem}", path)
            if module_spec is None or module_spec.loader is None:
                msg = f"{path} is no Python module; a source is a file that sets SOURCE"
                raise ValueError(msg)
            module = module_from_spec(module_spec)
            module_spec.loader.exec_module(module)
            yield path, module.SOURCE
