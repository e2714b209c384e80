"""The machine in a sentence: processor, memory and versions. Names no machine."""

import platform
from collections.abc import Mapping
from pathlib import Path

import psutil


def describe_machine(versions: Mapping[str, str]) -> str:
    """Processors, memory and system, then `versions` by the names of the programs."""
    memory = round(psutil.virtual_memory().total / 1024**3)
    every = {"Python": platform.python_version(), **versions}
    programs = ", ".join(f"{name} {number}" for name, number in every.items())
    return f"{psutil.cpu_count()} processors ({_processor()}), {memory} GB of memory, {platform.system()}; {programs}."


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    found = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(found, platform.processor() or "unknown processor")
