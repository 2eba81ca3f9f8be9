"""Many texts that are in memory, or come one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from scrapeclean.batch.workers import ordered_map
from scrapeclean.pipeline import Pipeline, Result
from scrapeclean.presets import NEWS

#: Characters that are sent to a worker together, some twenty pages: as with the chunks of files.
_CHARACTERS = 256 << 10
#: Texts that are sent together at most, however short.
_TEXTS = 512


def clean_texts(
    texts: Iterable[str], pipeline: Pipeline | None = None, jobs: int = 1
) -> Iterator[Result]:
    """Yield the `Result` of each of `texts`, in their order, by `jobs` processes.

    Texts are taken only as results are asked for, so `texts` may be endless. The pipeline is that
    of the preset `NEWS` where none is given. Raises `ValueError` for less than one job,
    `ConfigError` when the pipeline cannot be sent to a process, `WorkerError` when one dies.

    >>> [result.text for result in clean_texts(["One.\\n\\n\\nTwo.", "Three."])]
    ['One.\\n\\nTwo.', 'Three.']
    """
    task = _CleanTexts(pipeline or Pipeline(NEWS))
    if jobs == 1:
        return map(task.pipeline.clean, texts)
    return chain.from_iterable(ordered_map(task, _handfuls(texts), jobs))


def clean_batch(
    columns: Mapping[str, Sequence[Any]], field: str = "text", pipeline: Pipeline | None = None
) -> dict[str, Sequence[Any]]:
    """Return `columns` with the texts in `field` cleaned and all else as it is; None stays None.

    Made for ``datasets.Dataset.map(clean_batch, batched=True)`` and anything else that hands out
    columns. Raises `KeyError` where there is no column `field`.

    >>> clean_batch({"id": [7, 8], "text": ["One.\\n\\n\\nTwo.", None]})
    {'id': [7, 8], 'text': ['One.\\n\\nTwo.', None]}
    """
    clean = (pipeline or Pipeline(NEWS)).clean
    texts = [None if text is None else clean(text).text for text in columns[field]]
    return {**columns, field: texts}


@dataclass(frozen=True)
class _CleanTexts:
    pipeline: Pipeline

    def __call__(self, texts: Sequence[str]) -> list[Result]:
        return [self.pipeline.clean(text) for text in texts]


def _handfuls(texts: Iterable[str]) -> Iterator[list[str]]:
    handful: list[str] = []
    size = 0
    for text in texts:
        handful.append(text)
        size += len(text)
        if size >= _CHARACTERS or len(handful) == _TEXTS:
            yield handful
            handful, size = [], 0
    if handful:
        yield handful
