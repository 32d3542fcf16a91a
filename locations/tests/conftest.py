"""Places for the tests of this app."""

from __future__ import annotations

from pathlib import Path

import pytest

from locations.services import places
from locations.tests import small_set


@pytest.fixture
def world(db, tmp_path: Path) -> None:
    """Four countries are loaded."""
    places.load(small_set.write(tmp_path))
