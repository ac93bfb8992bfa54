"""What processes cost: processor time and memory, as Linux counts them, whatever else the machine is doing."""
import os
import pathlib

TICKS = os.sysconf("SC_CLK_TCK")
MEGABYTE = 1024


def cpu_seconds(pid):
    """The processor time that a process has used so far, in seconds."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def busy_seconds():
    """The processor time that everything on this machine together has used so far, in seconds."""
    user, nice, system, _, _, *interrupts = map(int, pathlib.Path("/proc/stat").read_text().split()[1:9])
    return (user + nice + system + sum(interrupts)) / TICKS


def memory(pid):
    """The memory that a process has in use and shares with no other, in megabytes."""
    lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / MEGABYTE


def resident(pid):
    """The memory that a process has in use, in megabytes."""
    lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / MEGABYTE
