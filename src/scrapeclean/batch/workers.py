"""Worker processes, with results in order.

`concurrent.futures` has such a pool; this one does three things that it does not. It takes items
only as they are needed, so that an endless iterable is fine. A worker gets the task once, keeps it,
and shares no globals. And a worker ends when the process that started it is gone, however that was
killed: its pipe is closed then.
"""

from __future__ import annotations

import pickle
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from scrapeclean.errors import ConfigError, ScrapecleanError, WorkerError

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

#: Results that wait, per worker, for an earlier one that takes long.
_AHEAD = 4
_UNPICKLED = (
    "this pipeline cannot be sent to worker processes ({}): define its functions and classes at "
    "the top of a module that can be imported, or use one job"
)
_DIED = (
    "a worker process died (exit code {}): a traceback above says why; without one it was killed, "
    "most likely for lack of memory: use fewer jobs. In a script of your own, call this under "
    "`if __name__ == '__main__':`"
)


def ordered_map(
    task: Callable[[Item], Outcome], items: Iterable[Item], jobs: int
) -> Iterator[Outcome]:
    """Yield ``task(item)`` for each of `items`, in their order, by `jobs` processes.

    With one job, or a single item, no process is started. Raises `ValueError` for less than one
    job, `ConfigError` when `task` cannot be sent to a process, `WorkerError` when one dies, and
    what `task` raises of `ScrapecleanError`.
    """
    if jobs < 1:
        raise ValueError(f"jobs must be 1 or more, not {jobs}")
    source = iter(items)
    first = list(islice(source, 2))
    if jobs == 1 or len(first) < 2:
        yield from map(task, chain(first, source))
        return
    crew = _Crew[Item, Outcome](task, jobs)
    try:
        yield from crew.work(chain(first, source))
    finally:
        crew.dismiss()


@dataclass(frozen=True)
class _Failure:
    """What a task raised, on its way to the process that asked."""

    error: ScrapecleanError


class _Crew(Generic[Item, Outcome]):
    def __init__(self, task: Callable[[Item], Outcome], jobs: int) -> None:
        try:
            self._task = pickle.dumps(task)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise ConfigError(_UNPICKLED.format(error)) from error
        # "spawn" works on all systems, and beside threads, where "fork" may hang.
        self._context = get_context("spawn")
        self._processes: dict[Connection, Any] = {}
        self._idle: list[Connection] = []
        self._busy: dict[Connection, int] = {}
        self._done: dict[int, Outcome] = {}
        for _ in range(jobs):
            self._start()

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._task), daemon=True)
        process.start()
        theirs.close()
        self._processes[ours] = process
        self._idle.append(ours)

    def work(self, items: Iterator[Item]) -> Iterator[Outcome]:
        """Yield the outcome of each of `items`, in their order; what a task raised is raised."""
        numbered = enumerate(items)
        due = 0
        self._hand_out(numbered)
        while self._busy:
            for connection in wait(list(self._busy)):
                assert isinstance(connection, Connection)
                self._done[self._busy.pop(connection)] = self._received(connection)
                self._idle.append(connection)
            self._hand_out(numbered)
            while due in self._done:
                yield self._done.pop(due)
                due += 1
                self._hand_out(numbered)

    def _hand_out(self, numbered: Iterator[tuple[int, Item]]) -> None:
        room = _AHEAD * len(self._processes) - len(self._busy) - len(self._done)
        for number, item in islice(numbered, min(room, len(self._idle))):
            connection = self._idle.pop()
            with suppress(BrokenPipeError):  # it died: `_received` raises
                connection.send(item)
            self._busy[connection] = number

    def _received(self, connection: Connection) -> Outcome:
        try:
            outcome = connection.recv()
        except (EOFError, ConnectionError) as error:
            process = self._processes[connection]
            process.join()
            raise WorkerError(_DIED.format(process.exitcode)) from error
        if isinstance(outcome, _Failure):
            raise outcome.error
        return outcome  # type: ignore[no-any-return]

    def dismiss(self) -> None:
        """End all processes, whatever they are at."""
        for connection in self._processes:
            connection.close()
        for process in self._processes.values():
            process.terminate()
            process.join()


def _serve(connection: Connection, pickled: bytes) -> None:
    """The life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started us
    task = pickle.loads(pickled)
    while True:
        try:
            item = connection.recv()
        except (EOFError, ConnectionError):
            return
        outcome = _outcome(task, item)
        try:
            connection.send(outcome)
        except ConnectionError:
            return


def _outcome(task: Callable[[Any], Any], item: object) -> object:
    try:
        return task(item)
    except ScrapecleanError as error:
        return _Failure(error)
