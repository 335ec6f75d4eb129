"""Measures osteolint beside other tools on the same pages; scripts/bench is the way to call it.

The commands take turns, round by round, so that what else the machine does hits all of them alike; medians are told.
Megabytes are millions of bytes. Peak memory is the largest resident set of one process, as time -f %M tells it.
"""
import argparse
import dataclasses
import hashlib
import json
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCH = ROOT / ".build" / "bench"


@dataclasses.dataclass
class Run:
    seconds: float
    cpu: float


@dataclasses.dataclass
class Contender:
    """A command with what its runs took. Statuses other than those allowed stop the measuring."""
    name: str
    command: list
    allowed: tuple = (0,)
    runs: list = dataclasses.field(default_factory=list)
    peak: float = 0  # MB

    def median(self, what):
        return statistics.median(getattr(run, what) for run in self.runs)


def measured(contender, folder):
    """One run; its output goes nowhere."""
    start = time.perf_counter()
    process = subprocess.Popen(contender.command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in contender.allowed:
        sys.exit(f"bench: exit status {process.returncode} of {shlex.join(map(str, contender.command))}")
    return Run(seconds, usage.ru_utime + usage.ru_stime)


def peak(contender, folder):
    """The peak of one run. A child of Python itself would start with Python's own peak, hence the program between."""
    with tempfile.NamedTemporaryFile() as told:
        measured(Contender("", ["/usr/bin/time", "-q", "-f", "%M", "-o", told.name, *contender.command], contender.allowed), folder)
        return int(told.read()) * 1024 / 1e6


def race(contenders, folder, rounds):
    """A round to warm up and to tell the peak, then the counted ones, each with every contender in turn."""
    for contender in contenders:
        contender.peak = peak(contender, folder)
    for _ in range(rounds):
        for contender in contenders:
            contender.runs.append(measured(contender, folder))


def print_table(title, contenders, size, basis, basis_name):
    print(f"\n{title}")
    print(f"  {'command':<44} {'median':>9} {'fastest':>9} {'CPU':>8} {'MB/s':>7} {'MB/s CPU':>9} {'× ' + basis_name:>10} {'peak MB':>8}")
    for one in contenders:
        seconds, cpu = one.median("seconds"), one.median("cpu")
        print(f"  {one.name:<44} {seconds:>7.3f} s {min(run.seconds for run in one.runs):>7.3f} s {cpu:>6.2f} s "
              f"{size / seconds / 1e6:>7.0f} {size / cpu / 1e6:>9.0f} {seconds / basis.median('seconds'):>10.2f} "
              f"{one.peak:>8.1f}")


def over_list(tool, names):
    """A shell command that gives the tool all the files of a list. What the tool thinks of them is of no interest."""
    return ["sh", "-c", f"xargs -d '\\n' -a {shlex.quote(str(names))} {tool} >/dev/null 2>&1 || true"]


def pages(site):
    return sorted(str(file.relative_to(site)) for file in site.rglob("*.htm*") if file.is_file())


def listed(names, folder, name):
    file = folder / name
    file.write_text("".join(name + "\n" for name in names), encoding="utf-8", errors="surrogateescape")
    return file


def race_whole(args, site, folder):
    names = pages(site)
    size = sum((site / name).stat().st_size for name in names)
    everything = listed(names, folder, "everything")
    check = [args.osteolint, "check", "--format", "json", "."]
    osteolint = Contender("osteolint check", check, (0, 1))
    one_job = Contender("osteolint check --jobs 1", [*check, "--jobs", "1"], (0, 1))
    rg = Contender("rg -c -i -j2 '<iframe'", ["rg", "--no-ignore", "--no-config", "-c", "-i", "-j2", "<iframe", "."], (0, 1))
    cat = Contender("cat", over_list("cat", everything))
    contenders = [osteolint, rg, cat, one_job]
    race(contenders, site, args.rounds)
    parsed = Contender("osteolint check --no-prescan", [*check, "--no-prescan"], (0, 1))
    race([parsed], site, args.slow_rounds)
    print_table(f"{len(names):,} pages, {size / 1e6:.0f} MB; medians of {args.rounds} rounds ({args.slow_rounds} for --no-prescan)",
                contenders + [parsed], size, rg, "rg")
    return osteolint.median("seconds") / rg.median("seconds")


def race_sample(args, site, folder):
    names = pages(site)
    sample = names[::max(1, len(names) // args.sample)][:args.sample]
    size = sum((site / name).stat().st_size for name in sample)
    some = listed(sample, folder, "some")
    osteolint = Contender("osteolint check --no-prescan --jobs 1",
                          [args.osteolint, "check", "--no-prescan", "--jobs", "1", "--format", "json", "--files-from", str(some)], (0, 1))
    xmllint = Contender("xmllint --html --noout", over_list("xmllint --html --noout", some))
    tidy = Contender("tidy -eq", over_list("tidy -eq", some))
    race([osteolint, xmllint, tidy], site, args.slow_rounds)
    print_table(f"{len(sample):,} of these pages, {size / 1e6:.0f} MB, every page parsed; medians of {args.slow_rounds} rounds",
                [osteolint, xmllint, tidy], size, xmllint, "xmllint")
    return xmllint.median("cpu") / osteolint.median("cpu")


def start_up(args, site):
    """Medians in milliseconds of the program and of one that does nothing."""
    version, nothing = Contender("osteolint --version", [args.osteolint, "--version"]), Contender("true", ["/bin/true"])
    race([version, nothing], site, 50)
    return version.median("seconds") * 1000, nothing.median("seconds") * 1000


def output_of(args, site, *options):
    run = subprocess.run([args.osteolint, "check", *options, "."], cwd=site, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"bench: osteolint check {shlex.join(options)} exited {run.returncode}")
    return run.stdout


def same_for_jobs(args, site):
    """Whether one job and eight write the same bytes, in each of the formats."""
    return all(len({hashlib.sha256(output_of(args, site, "--format", form, "--jobs", jobs)).digest() for jobs in ("1", "8")}) == 1
               for form in ("json", "text"))


def same_without_prescan(args, site):
    """Whether the scan before parsing changes what is found."""
    reports = [json.loads(output_of(args, site, "--format", "json", *options)) for options in ((), ("--no-prescan",))]
    return all(reports[0][key] == reports[1][key] for key in ("embeds", "findings", "failures"))


def memory_folder(site, count):
    """A folder with so many pages, hard links to those of the corpus."""
    folder = BENCH / f"linked-{count}"
    if (folder / ".complete").exists():
        return folder
    names = pages(site)
    for number in range(count):
        turn, index = divmod(number, len(names))
        link = folder / f"part-{turn}" / names[index]
        link.parent.mkdir(parents=True, exist_ok=True)
        if not link.exists():
            os.link(site / names[index], link)
    (folder / ".complete").touch()
    return folder


def memory(args, site):
    folder = memory_folder(site, args.memory)
    for options in ((), ("--no-prescan",)):
        command = [args.osteolint, "check", "--format", "json", *options, "."]
        contender = Contender(" ".join(["osteolint check", *options]), command, (0, 1))
        print(f"  {contender.name}, {args.memory:,} pages: peak {peak(contender, folder):.1f} MB")


def corpus(args):
    if args.corpus:
        return args.corpus / "site"
    made = subprocess.run([ROOT / "scripts" / "corpus", str(args.files), "0.02", "common"], stdout=subprocess.PIPE, text=True, check=True)
    return ROOT / made.stdout.strip() / "site"


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure osteolint beside rg, cat, xmllint and tidy.")
    parser.add_argument("--files", type=int, default=10_000, help="pages of the corpus (default: 10,000)")
    parser.add_argument("--rounds", type=int, default=11, help="rounds of the fast commands (default: 11)")
    parser.add_argument("--slow-rounds", type=int, default=3, help="rounds where every page is parsed (default: 3)")
    parser.add_argument("--sample", type=int, default=1000, help="pages for xmllint and tidy (default: 1,000)")
    parser.add_argument("--memory", type=int, nargs="?", const=50_000, metavar="PAGES", help="peak memory on 50,000 pages as well")
    parser.add_argument("--osteolint", default=ROOT / ".build/release/osteolint", help="the binary; none is built then")
    parser.add_argument("--corpus", type=pathlib.Path, help="a corpus of make-corpus instead of one below .build/bench")
    args = parser.parse_args()
    args.osteolint = str(pathlib.Path(args.osteolint).resolve())
    site = corpus(args).resolve()
    with tempfile.TemporaryDirectory() as folder:
        ratio = race_whole(args, site, pathlib.Path(folder))
        speed = race_sample(args, site, pathlib.Path(folder))
    version, nothing = start_up(args, site)
    print(f"\n  osteolint / rg: {ratio:.2f} (aim 1.5, better 1.25)")
    print(f"  speed per core beside xmllint, every page parsed: {speed:.2f} (aim 1)")
    print(f"  start-up, median of 50: {version:.1f} ms (aim 15; /bin/true takes {nothing:.1f} ms)")
    jobs, scan = same_for_jobs(args, site), same_without_prescan(args, site)
    print(f"  --jobs 1 and --jobs 8 write the same: {'yes' if jobs else 'NO'}")
    print(f"  with and without the prescan the same is found: {'yes' if scan else 'NO'}")
    if args.memory:
        memory(args, site)
    sys.exit(0 if jobs and scan else 1)


if __name__ == "__main__":
    main()
