"""Cases of “Visitor badges”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("3\nJean-Luc de Souza\nVan Nguyen\nmei lin\n", "JLS\nVN\nML\n"),
    ("2\nOmar Al-Amin\nPieter VAN der Berg\n", "OAA\nPDB\n"),
)
FIRST = "Amina Bo Chidi Dolores Eun-ji Fatou Goran Hye-rin Ines Jun Keola Leilani Marie-Claire Nils Oya Van De".split()
LAST = "Okafor Haddad Sato Kim Ferreira Bakker Novak Smith-Jones Al-Sayed Dubois Rossi Da-Costa Ivanova Nkosi".split()
SMALL = "al bin da de la van von AL Bin De LA Van VON vander dela".split()


def text(names):
    return f"{len(names)}\n" + "\n".join(names) + "\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(["a"])
    yield text(["de"])
    yield text(["von van al bin"])
    yield text(["la Rosa de la Cruz", "Rosa de la Cruz"])
    yield text(["van-van van van-van"])
    yield text(["Vanda Vance", "Dean Alba Binta Lara Vonda"])
    yield text(["x-y-z", "X Y-Z"])
    yield text(["Ana DE LA Vega", "aNA dE lA vEGA"])
    for count in (20, 100, 500, 500):
        names = []
        for _ in range(count):
            parts = (
                [rng.choice(FIRST)]
                + [rng.choice(SMALL) for _ in range(rng.randint(0, 3))]
                + [rng.choice(LAST)]
            )
            name = " ".join(parts)
            names.append(rng.choice([name, name.lower(), name.upper()]))
        yield text(names)
