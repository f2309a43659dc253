"""Makes wire/frame.dict: what zstd knows of a frame before it begins. `python -m benchmarks.line.train`.

Once released it never changes: frames name it by its number, and both sides need the same bytes.
"""

from __future__ import annotations

from pathlib import Path

import zstandard

from benchmarks.line.events import log_of
from benchmarks.line.synthetic_day import synthetic_day
from benchmarks.model_day import model_day
from wire.columns import encode_columns
from wire.frame import LEVEL, WORDS_FILE, WORDS_NUMBER

SIZE = 32 * 1024
SEEDS = range(100, 116)  # other days than any that is measured


def main() -> None:
    """Train on days of both models, cut into pieces as large as frames of 1 to 6 KB."""
    samples: list[bytes | bytearray | memoryview] = []
    for seed in SEEDS:
        for day in (log_of(synthetic_day(90, seed)), model_day(120, seed)):
            samples += [
                encode_columns(day[at : at + many])
                for many in (50, 100, 400)
                for at in range(0, len(day), many)
            ]
    words = zstandard.train_dictionary(SIZE, samples, level=LEVEL, dict_id=WORDS_NUMBER)
    Path(WORDS_FILE).write_bytes(words.as_bytes())


if __name__ == "__main__":
    main()
