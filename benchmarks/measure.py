"""Runs a command and measures it: wall time, processor time, and on request the peak memory of all its processes.

Memory is the sum of the proportional set size (PSS) of the command and everything it started, so that pages which
processes share count once. Reading it takes processor time, so that times and memory come from different runs.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import psutil

from benchmarks.runs import Run

INTERVAL = 0.02
"""Seconds between two samples of memory."""


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, memory: bool = False) -> Run:
    """Run `command` in `folder`; raises `CalledProcessError` when it fails, and tells what it wrote."""
    os.sync()
    # Files, not pipes: nobody reads before the end, and a full pipe would stop the command.
    with TemporaryFile() as output, TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=output, stderr=errors)
        peak = _peak_memory(process.pid) if memory else 0
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        said, complained = (_content(file) for file in (output, errors))
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print(complained, file=sys.stderr)
        raise subprocess.CalledProcessError(process.returncode, command, said, complained)
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, said)


def _content(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def _peak_memory(pid: int) -> int:
    """The greatest sum of PSS of a process and its descendants until it ends."""
    root, peak = psutil.Process(pid), 0
    while root.is_running() and root.status() != psutil.STATUS_ZOMBIE:
        peak = max(peak, _memory_of(root) + sum(_memory_of(child) for child in root.children(recursive=True)))
        time.sleep(INTERVAL)
    return peak


def _memory_of(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except (psutil.NoSuchProcess, psutil.ZombieProcess, psutil.AccessDenied):
        return 0
