"""The body as runs of lines: lines eased into a run, and runs too far from the story.

The look at the body judges each line; neighbours know more. What stands between two lines of the
body mostly belongs to it, and a few lines that read like a story, far below it, are a teaser or a
comment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from scrapeclean.lines import Line
from scrapeclean.model.sentences import following

#: So much is added to the log-odds of a line between two of the body (a question of an interview,
#: a subhead), and of a sentence right below one of the body. On sites unknown to the fit the
#: measure is level from 0 to 0.7 for the former; for the latter it is .0002 higher from 0.5 to 1,
#: and on unknown sources .0005.
BETWEEN = 0.7
#: What a run must weigh for each line between it and the story, as a share of the story, and the
#: share that is enough at any distance. On whole pages of sites unknown to the fit the measure is
#: .006 higher with it, on unknown sources .009, together with a lower bar; from .002 to .005 a
#: line, and from .1 to .4 below the story, it differs by .002.
SHARE_A_LINE = 0.003
ENOUGH_ABOVE, ENOUGH_BELOW = 0.05, 0.2
#: So many lines stand between a standfirst and the story: byline, date, picture, share bar.
FRONT = 8


class _Run(NamedTuple):
    """Lines of the body one below the other, and what they weigh: width times log-odds."""

    first: int
    stop: int
    weight: float


def eased(scores: Sequence[float], lines: Sequence[Line] = ()) -> list[float]:
    """Return the `scores` of the lines of a body, 0 being the bar, with each raised by `BETWEEN`
    that stands between two above it, or is one of `lines` that follows a sentence above it."""
    around = zip([-1.0, *scores], scores, [*scores[1:], -1.0], strict=False)
    below = {at for at in following(lines, range(len(lines))) if scores[at - 1] > 0}
    return [
        own + BETWEEN * (min(above, under) > 0 or at in below)
        for at, (above, own, under) in enumerate(around)
    ]


def body_places(scores: Sequence[float], widths: Sequence[int]) -> list[int]:
    """Return the places of the lines of one article that are its body: those whose `scores` are at
    or above the bar, 0, but for `islands`."""
    far = islands(scores, widths)
    return [at for at, score in enumerate(scores) if score >= 0 and at not in far]


def islands(scores: Sequence[float], widths: Sequence[int]) -> set[int]:
    """Return the places of lines of the body that stand in runs too light for their distance from
    the story, the heaviest run; `scores` are log-odds, 0 being the bar, of lines of these `widths`.

    Distances are counted from the next run that stays, so that a story in pieces holds together.
    """
    runs = list(_runs(scores, widths))
    if len(runs) < 2:
        return set()
    story = max(runs, key=lambda run: run.weight)
    at = runs.index(story)
    far = [*_far_below(story, runs[at + 1 :]), *_far_above(story, runs[:at][::-1])]
    return {place for run in far for place in range(run.first, run.stop)}


def _runs(scores: Sequence[float], widths: Sequence[int]) -> Iterator[_Run]:
    for is_body, places in groupby(range(len(scores)), key=lambda place: scores[place] >= 0):
        if is_body:
            run = list(places)
            weight = sum([scores[place] * widths[place] for place in run])
            yield _Run(run[0], run[-1] + 1, weight)


def _far_below(story: _Run, runs: Sequence[_Run]) -> Iterator[_Run]:
    """Those of `runs`, from the story downwards, that are too light for where they stand."""
    last = story.stop
    for run in runs:
        if run.weight < story.weight * min(ENOUGH_BELOW, SHARE_A_LINE * (run.first - last)):
            yield run
        else:
            last = run.stop


def _far_above(story: _Run, runs: Sequence[_Run]) -> Iterator[_Run]:
    """The same upwards, where a story can begin far from the rest of it."""
    first = story.first
    for run in runs:
        distance = first - run.stop - FRONT
        if run.weight < story.weight * min(ENOUGH_ABOVE, SHARE_A_LINE * distance):
            yield run
        else:
            first = run.first
