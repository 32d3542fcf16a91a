"""Static files in production: hashed names also inside of our JavaScript's imports."""

from __future__ import annotations

import re
from collections.abc import Callable

from whitenoise.storage import CompressedManifestStaticFilesStorage

#: Ours, and the editor's, which is built of several files.
OUR_SCRIPTS = ("js/", "vendor/codemirror/codemirror.js", "vendor/codemirror/chunks/")


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Rewrites `import … from "./x.js"` to the hashed name: a new version never runs with an old module."""

    support_js_module_import_aggregation = True

    def url_converter(
        self, name: str, hashed_files: dict, template: str | None = None
    ) -> Callable[[re.Match[str]], str]:
        """Leave scripts of others as they are (some import what they do not ship), and examples in comments."""
        if not name.endswith((".js", ".mjs")):
            return super().url_converter(name, hashed_files, template)
        if not name.startswith(OUR_SCRIPTS):
            return lambda match: match[0]
        convert = super().url_converter(name, hashed_files, template)

        def unless_commented(match: re.Match[str]) -> str:
            line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
            return match[0] if line.lstrip().startswith(("//", "*", "/*")) else convert(match)

        return unless_commented
