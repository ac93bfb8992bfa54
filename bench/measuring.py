"""Time calls and print them as rows."""
import statistics
import time

HEAD = f"{'':<50}{'mediaan':>9}{'p95':>9}{'aantal':>7}"


def measured(call, times):
    """The milliseconds of each call, fastest first."""
    spent = []
    for number in range(times):
        begin = time.perf_counter()
        call(number)
        spent.append((time.perf_counter() - begin) * 1000)
    return sorted(spent)


def row(name, spent):
    """One row: median, 95th percentile and the number of measurements."""
    print(f"{name:<50}{statistics.median(spent):>9.2f}{spent[int(len(spent) * 0.95)]:>9.2f}{len(spent):>7}", flush=True)


def seconds(name, begin):
    """One row: the seconds since `begin`."""
    print(f"{name:<50}{time.perf_counter() - begin:>9.1f}", flush=True)
