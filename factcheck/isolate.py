"""Work on an untrusted document in a child process that can be ended: bounded in time, memory, and in what it can touch.

The child takes a request, works, answers, and takes the next. It hears of nothing but its requests: it has no standard
streams, writes no files, and its locale, time zone and hash seed are always the same. When it hangs, grows or dies, only the
document it was reading is lost; the next one gets a new child.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import struct
import subprocess
import sys
import threading
from typing import Any, BinaryIO

from factcheck.errors import DocumentError, FactcheckError
from factcheck.limits import LimitReached, Limits

_SIZES = struct.Struct(">QQ")
_BOOT = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from factcheck.isolate import serve; serve(sys.argv[2], int(sys.argv[3]))"
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
_ROOM = 16_000_000  # bytes, of which the libraries that read pages and PDFs take more at once
_START_UP = 60  # seconds; a machine may be busy
_OUT_OF_TIME = tuple(-getattr(signal, name, 0) for name in ("SIGALRM", "SIGXCPU"))
_REPLY_ROOM = 50_000_000  # bytes of an answer beyond the text it may hold


class Worker:
    """One child at a time, started when first needed and again after one was lost.

    task: "module:function", which takes (head, body) and gives (head, body); heads are what JSON can hold.
    """

    def __init__(self, task: str, limits: Limits) -> None:
        self._task, self._limits = task, limits
        self._process: subprocess.Popen[bytes] | None = None
        self._lifeline = -1  # our end of it

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def call(self, head: dict[str, Any], body: bytes) -> tuple[Any, bytes]:
        """The answer to one request; raises DocumentError, or LimitReached, which is one, if there is none."""
        process = self._started()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._limits.seconds, end)
        timer.daemon = True
        timer.start()
        try:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                _send(process.stdin, {"limits": self._limits, "head": head}, body)
            answer = _receive(process.stdout, self._limits.inflated_bytes * 6 + _REPLY_ROOM)
        except BaseException:
            self.end()
            raise
        finally:
            timer.cancel()
        if answer is None:
            raise self._lost(late.is_set())
        said, body = answer
        if said.get("last"):
            self.end()
        if "error" in said:
            raise self._error(said["error"])
        return said["head"], body

    def end(self) -> None:
        """End the child, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    stream.close()
            process.wait()
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.end()
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        held: tuple[int, ...] = ()
        try:
            if os.name == "posix":
                of_child, self._lifeline = os.pipe()
                held = (of_child,)
            lifeline = max((end for end in held if end > 2), default=-1)  # without standard streams it may be one of theirs
            self._process = process = subprocess.Popen(
                [sys.executable, "-s", "-P", "-B", "-X", "utf8", "-c", _BOOT, json.dumps(_search_path()), self._task, str(lifeline)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                cwd=os.path.dirname(sys.executable) or None,
                process_group=0 if os.name == "posix" else None,
                pass_fds=(lifeline,) if lifeline >= 0 else (),
            )
        except (OSError, ValueError) as error:
            self.end()
            raise DocumentError(f"cannot be read: no process could be started for it ({str(error).lower()})") from None
        finally:
            for end in held:
                os.close(end)
        timer = threading.Timer(_START_UP, process.kill)
        timer.daemon = True
        timer.start()
        try:
            ready = process.stdout.read(1)
        except BaseException:
            self.end()
            raise
        finally:
            timer.cancel()
        if not ready:
            self.end()
            raise DocumentError("cannot be read: the process for it did not start")
        return process

    def _lost(self, late: bool) -> DocumentError:
        process = self._process
        status = process.wait() if process is not None else 0
        self.end()
        if late or status in _OUT_OF_TIME:
            return LimitReached("seconds", self._limits, "took too long to read")
        how = f"signal {-status}" if status < 0 else f"status {status}"
        return DocumentError(f"cannot be read: the process that read it broke down ({how})")

    def _error(self, error: dict[str, str]) -> DocumentError:
        if error["limit"] == "memory":
            return LimitReached("memory", self._limits, "needs too much memory")
        if error["limit"]:
            limit = LimitReached(error["limit"], self._limits, "")
            limit.what, limit.fix = error["what"], error["fix"]
            return limit
        return DocumentError(error["what"], fix=error["fix"])


def _search_path() -> list[str]:
    """Where the child finds what this process has found: the folder of this package first, and no folder by a relative name."""
    return list(dict.fromkeys([os.path.dirname(os.path.dirname(__file__)), *filter(os.path.isabs, sys.path)]))


# The child


def serve(task: str, lifeline: int) -> None:
    """Answer requests until there are no more. lifeline: a pipe that is closed when the parent is gone, or -1."""
    _end_with_parent(lifeline)
    answers, requests = os.fdopen(os.dup(1), "wb"), os.fdopen(os.dup(0), "rb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # what a library prints must not be taken for an answer
        os.dup2(nothing, stream)
    gc.set_threshold(100_000, 20, 50)  # a document makes many records, and next to nothing of them is garbage before it is read
    module, _, name = task.partition(":")
    handler = getattr(importlib.import_module(module), name)
    base = _memory_in_use()
    answers.write(b"\n")
    answers.flush()
    while (request := _receive(requests, 1 << 40)) is not None:
        asked, body = request
        limits = Limits(*asked["limits"])
        _confine(limits, base)
        error, head, out, last = None, None, b"", False
        try:
            head, out = handler(asked["head"], body)
        except MemoryError:
            error, last = {"what": "", "fix": "", "limit": "memory"}, True
        except RecursionError:
            limit = LimitReached("depth", limits, "is nested too deeply")
            error = {"what": limit.what, "fix": limit.fix, "limit": "depth"}
        except Exception as failed:  # other people's parsers raise anything at all on a damaged file
            told = isinstance(failed, FactcheckError)
            if (not told or failed.__cause__ is not None) and _is_full(limits, base):  # whatever it was that failed, it had no room left
                error, last = {"what": "", "fix": "", "limit": "memory"}, True
            elif told:
                error = {"what": failed.what, "fix": failed.fix, "limit": getattr(failed, "name", "")}
            else:
                error = {"what": f"cannot be read: it is damaged or of an unusual make ({type(failed).__name__})", "fix": "", "limit": ""}
        del request, body
        _send(answers, {"error": error, "last": last} if error else {"head": head}, out)
        signal.setitimer(signal.ITIMER_REAL, 0)
        if last:
            break


def _confine(limits: Limits, base: int) -> None:
    """Bound what this process can use. Should its parent be gone, the alarm ends it all the same."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime)
    for kind, soft in (
        (resource.RLIMIT_AS, base + limits.memory if base else resource.RLIM_INFINITY),
        (resource.RLIMIT_CPU, used + limits.seconds + 2),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + 1)


def _end_with_parent(lifeline: int) -> None:
    """Have the system end this process at once should its parent be gone, which closes a pipe that nobody ever writes to.

    Its signal, left as it is, needs nothing of Python, which may be amid a search that lets no other thread run. Where pipes give
    no signal, the alarm remains.
    """
    try:
        import fcntl

        fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    except (ImportError, AttributeError, OSError, ValueError):
        return


def _is_full(limits: Limits, base: int) -> bool:
    """Whether next to nothing is left of the memory that this process may use."""
    return base > 0 and _memory_in_use() > base + limits.memory - _ROOM


def _memory_in_use() -> int:
    """Bytes of address space of this process; 0 where that cannot be told, and then memory is not bounded."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


# The wire


def _send(stream: BinaryIO, head: Any, body: bytes) -> None:
    said = json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass")
    stream.write(_SIZES.pack(len(said), len(body)))
    stream.write(said)
    stream.write(body)
    stream.flush()


def _receive(stream: BinaryIO, most: int) -> tuple[Any, bytes] | None:
    """The next message, or None if the other side is gone or sends more than it may."""
    sizes = stream.read(_SIZES.size)
    if len(sizes) < _SIZES.size:
        return None
    of_head, of_body = _SIZES.unpack(sizes)
    if of_head + of_body > most:
        return None
    said, body = stream.read(of_head), stream.read(of_body)
    if len(said) < of_head or len(body) < of_body:
        return None
    return json.loads(said.decode("utf-8", "surrogatepass")), body
