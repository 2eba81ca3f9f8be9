"""The decisions that split glued pages, fitted on the rows of `recording.py`."""

from __future__ import annotations

from collections import defaultdict

import lightgbm
import numpy as np
from boosting import PLACE, RANK, SCREEN, STORY
from sums import as_sum, as_trees, even, fit_sum, values_of

from scrapeclean.articles.crossings import CROSSINGS
from scrapeclean.articles.evidence import COHESION, WORDS
from scrapeclean.articles.firsts import FIRST, LINE, choose
from scrapeclean.articles.places import GLANCE
from scrapeclean.articles.splitting import AHEAD, FURTHER, LOOKED_AT
from scrapeclean.articles.stretches import STRETCH
from scrapeclean.articles.surroundings import FURNITURE, SURROUNDINGS

#: The share of true stretches that a sum over all of their evidence keeps: what is fitted at all.
LIKELY = 0.985
#: The screens of the cascade: how much of the evidence of a stretch each sees, and the share that
#: it keeps of the stretches that would be cut.
SEEN = {
    "surroundings": len(SURROUNDINGS),
    "cohesion": len(SURROUNDINGS + FURNITURE + COHESION),
    "words": len(SURROUNDINGS + FURNITURE + COHESION + WORDS),
    "headline": len(STRETCH),
    "look": len(STRETCH + GLANCE),
}
KEPT = {"surroundings": 0.998, "cohesion": 0.997, "words": 0.998, "headline": 0.997, "look": 0.995}
SUMS = ("surroundings", "cohesion")
#: What a page's first cut is worth at least, in log-odds.
THRESHOLD = 2.0
#: The sum's share in the whole; the trees see more, the sum errs less on pages of a new kind.
SHARE = 0.3
#: What a stretch of a whole page and of an unlikely kind counts.
WEIGHT = {"trafilatura": 0.7, "readability": 0.7, "newspaper4k": 0.7, "visible": 0.3}
SINGLE_WEIGHT = {"main": 3.0, "trafilatura": 1.2, "visible": 1.0}
#: What a stretch counts when a cut is weighed, and when its first line is sought, by when the page
#: was met: between two blank lines, as the clean text has them, a story is easily found. One that
#: the first pass has missed is not asked for.
STAGE = {"first": 1.0, "last": 0.3, "late": 0.0}
_GAP = LINE.index("own_gap_size")
PLACE_STAGE = {"first": 1.0, "last": 0.1, "late": 0.0}


class Fit:
    """All decisions, fitted on the stretches of `data` outside of the folds `without`.

    First the likeliest line of each stretch and what a cut there is worth, as those see it that
    have not seen the stretch. Then the screens, which are to keep what is worth a cut, not what
    is true: a beginning that no later decision would find need not be looked at.
    """

    def __init__(self, data, without=frozenset()):
        self.data, self.screens = data, {}
        stretches = np.flatnonzero(data.fitted & ~np.isin(data.fold, [*without]))
        likely = self._likely(stretches)
        self.glance = self._glance(likely)
        looked_at = self.looked_at(likely)
        self.first = self._first(likely, looked_at)
        chosen = self._cross_chosen(likely, looked_at)
        self.needed = np.zeros(len(data.page), bool)
        self.needed[likely] = self._cross_worth(likely, chosen) & data.true[likely]
        self._screen(stretches)
        self.story, self.sum = self._stories(likely, chosen)
        self.place = self._place(likely)

    def _likely(self, stretches):
        table, true = self.data.stretches[stretches], self.data.true[stretches]
        of, offset = fit_sum(table, true, even(true))
        values = table @ of + offset
        return stretches[values > np.quantile(values[true], 1 - LIKELY)]

    def _weights(self, stretches):
        return np.array([self._weight(s) for s in stretches])

    def _weight(self, stretch):
        of, _, flat = self.data.kind[stretch].partition("-")
        weight = SINGLE_WEIGHT[flat] if of == "single" else WEIGHT.get(flat, 1.0)
        return weight * STAGE[self.data.stage[stretch]]

    def _screen(self, stretches):
        for name, kept in KEPT.items():
            table, true = self._seen(name, stretches), self.needed[stretches]
            if name in SUMS:
                fitted = fit_sum(table, true, even(true))
            else:
                model = lightgbm.LGBMClassifier(**SCREEN)
                fitted = model.fit(table, true, sample_weight=even(true))
            values = values_of(fitted, table)
            border = np.quantile(values[true], 1 - kept)
            self.screens[name] = fitted, border
            stretches = stretches[values > border]

    def _seen(self, name, stretches):
        table = self.data.stretches[stretches][:, : SEEN[name]]
        if name != "look":
            return table
        best = [rows[np.argmax(self._glances(rows))] for rows in self.data.rows_of(stretches)]
        return np.hstack([table, self.data.lines[np.array(best, int)][:, : len(GLANCE)]])

    def pass_screens(self, stretches):
        for name, (fitted, border) in self.screens.items():
            if len(stretches):
                stretches = stretches[values_of(fitted, self._seen(name, stretches)) > border]
        return stretches

    def _glance(self, stretches):
        """Which lines deserve a look: a sum that parts the first line from others of a stretch."""
        data = self.data
        with_story = [s for s in stretches if data.true[s] and data.size[s] > 1]
        rows = np.concatenate(data.rows_of(with_story))
        true = np.isin(rows, data.right[with_story])
        weight = np.concatenate([np.full(data.size[s], 1 / data.size[s]) for s in with_story])
        return fit_sum(data.lines[rows][:, : len(GLANCE)], true, np.where(true, 1, weight))

    def _glances(self, rows):
        return self.data.lines[rows][:, : len(GLANCE)] @ self.glance[0]

    def looked_at(self, stretches):
        """The rows of the lines of each stretch that are looked at closely."""
        found = []
        for rows in self.data.rows_of(stretches):
            if len(rows) > LOOKED_AT:
                order = np.argsort(-self._glances(rows), kind="stable")
                rows = rows[np.sort(order[:LOOKED_AT])]
            found.append(rows)
        return found

    def _first(self, stretches, looked_at):
        """Ranks the lines of a stretch where a story begins."""
        data = self.data
        groups = [
            rows
            for s, rows in zip(stretches, looked_at, strict=True)
            if len(rows) > 1 and data.right[s] in rows
        ]
        rows = np.concatenate(groups)
        true = np.isin(rows, data.right[stretches]).astype(int)
        ranker = lightgbm.LGBMRanker(**RANK)
        return ranker.fit(data.lines[rows], true, group=[len(group) for group in groups])

    def _folds(self, stretches):
        """Which of `stretches` to fit, and which to ask then."""
        folds = self.data.fold[stretches]
        for fold in sorted(set(folds)):
            yield np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)

    def _cross_chosen(self, stretches, looked_at):
        """The likeliest first lines as rankers see them that have not seen the stretch."""
        chosen = np.zeros((len(stretches), 3))
        for seen, new in self._folds(stretches):
            ranker = self._first(stretches[seen], [looked_at[i] for i in seen])
            chosen[new] = self.likeliest(ranker, [looked_at[i] for i in new])
        return chosen

    def likeliest(self, ranker, looked_at):
        """The row of the likeliest line of each stretch, its value, and how far it is ahead."""
        values = iter(ranker.predict(self.data.lines[np.concatenate(looked_at)]))
        chosen = []
        for rows in looked_at:
            own = [next(values) for _ in rows]
            best, *others = sorted(own, reverse=True)
            ahead = min(AHEAD, best - others[0]) if others else AHEAD
            chosen.append((rows[own.index(best)], best, ahead))
        return np.array(chosen)

    def _cross_worth(self, stretches, chosen):
        """Whether a cut is worth anything to those that have not seen the stretch."""
        worth = np.zeros(len(stretches), bool)
        for seen, new in self._folds(stretches):
            fitted = self._stories(stretches[seen], chosen[seen])
            worth[new] = self._worth(fitted, stretches[new], chosen[new]) > THRESHOLD - FURTHER
        return worth

    def _stories(self, stretches, chosen):
        """What a cut is worth: trees and a sum."""
        table, true = self._table(stretches, chosen), self.data.true[stretches]
        weight = self._weights(stretches)
        met = weight > 0
        table, true, weight = table[met], true[met], weight[met]
        trees = lightgbm.LGBMClassifier(**STORY).fit(table, true, sample_weight=weight)
        return trees, fit_sum(table, true, weight)

    def _place(self, stretches):
        """Ranks all lines of a stretch where a story begins, once that is decided."""
        data = self.data
        weights = [
            data.true[s] * (data.size[s] > 1) * PLACE_STAGE[data.stage[s]] for s in stretches
        ]
        stretches, weights = stretches[np.array(weights) > 0], [w for w in weights if w > 0]
        sizes = data.size[stretches]
        true = np.isin(np.concatenate(data.rows_of(stretches)), data.right[stretches]).astype(int)
        ranker = lightgbm.LGBMRanker(**PLACE)
        return ranker.fit(
            data.whole_lines(stretches), true, group=sizes, sample_weight=np.repeat(weights, sizes)
        )

    def placed(self, stretches, worth):
        """The row of the line of each stretch with which a story begins, if one does; those of a
        page that are worth a cut, if one is made, agree on a gap."""
        every = self.data.rows_of(stretches)
        values = iter(self.place.predict(self.data.whole_lines(stretches)))
        values = [[next(values) for _ in rows] for rows in every]
        places = defaultdict(list)
        for at, stretch in enumerate(stretches):
            alone = at if worth[at] <= THRESHOLD - FURTHER else -1
            places[self.data.page[stretch], alone].append(at)
        found = np.zeros(len(stretches), int)
        for some in places.values():
            gaps = [self.data.lines[every[at], _GAP].tolist() for at in some]
            firsts = choose([values[at] for at in some], gaps)
            found[some] = [every[at][first] for at, first in zip(some, firsts, strict=True)]
        return found

    def _worth(self, fitted, stretches, chosen):
        table = self._table(stretches, chosen)
        trees, sums = (values_of(one, table) for one in fitted)
        return (1 - SHARE) * trees + SHARE * sums

    def _table(self, stretches, chosen):
        lines = self.data.lines[chosen[:, 0].astype(int)]
        data = self.data
        return np.hstack(
            [data.stretches[stretches], data.crossings[stretches], lines, chosen[:, 1:]]
        )

    def __call__(self, stretches):
        """Return those of `stretches` that pass the screens, their likeliest lines and what a cut
        there is worth."""
        stretches = self.pass_screens(stretches)
        if not len(stretches):
            return stretches, [], []
        chosen = self.likeliest(self.first, self.looked_at(stretches))
        worth = self._worth((self.story, self.sum), stretches, chosen)
        return stretches, self.placed(stretches, worth), worth

    def written_place(self):
        """The last decision, with which line a story begins, as it is written."""
        return {"place": as_trees(FIRST, self.place)}

    def written(self):
        """All other decisions, as they are written: trees, and sums."""
        of = [*STRETCH, *CROSSINGS, *LINE, "first", "ahead"]
        seen = [*STRETCH, *GLANCE]
        screens = {
            name: (as_sum if name in SUMS else as_trees)(seen[: SEEN[name]], fitted, border)
            for name, (fitted, border) in self.screens.items()
        }
        sums = {name: screens.pop(name) for name in SUMS} | {
            "glance": as_sum(GLANCE, self.glance, self.glance[1]),
            "sum": as_sum(of, self.sum, 0.0, SHARE),
        }
        trees = screens | {
            "first": as_trees(LINE, self.first),
            "story": as_trees(of, self.story, THRESHOLD, 1 - SHARE),
        }
        return trees, sums
