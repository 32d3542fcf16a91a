"""YAML of a package, read safely: no objects, no aliases (a few lines of them make gigabytes), bounded in size."""

from __future__ import annotations

from typing import Any

import yaml

from assessments.packages.files import PackageRefused, text_of

MAX_BYTES = 64 * 1024
MAX_DEPTH = 12


class _Loader(yaml.SafeLoader):
    """Plain values only; aliases and nesting without end are errors."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not taken")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise yaml.YAMLError("nested too deep")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        keys = [self.construct_object(key, deep=True) for key, _value in node.value]
        if len(keys) != len(set(map(repr, keys))):
            raise yaml.YAMLError("a key is there twice")
        return super().construct_mapping(node, deep)


def mapping(files: dict[str, bytes], path: str) -> dict[str, Any]:
    """The keys and values of a YAML file; nothing when there is no such file. Raises PackageRefused."""
    if path not in files:
        return {}
    if len(files[path]) > MAX_BYTES:
        raise PackageRefused(f"“{path}” is larger than {MAX_BYTES // 1024} KiB.")
    try:
        value = yaml.load(text_of(files, path), _Loader)  # noqa: S506  (a SafeLoader)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError) as problem:
        reason = str(problem).strip().split("\n")[0][:120]
        raise PackageRefused(f"“{path}” can't be read as YAML: {reason}.") from problem
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise PackageRefused(f"“{path}” should hold keys with values.")
    return {str(key): item for key, item in value.items()}
