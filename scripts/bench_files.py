"""Measures how fast osteolint looks through scripts, source maps and JSON; scripts/bench is the way to call it.

The files are those of Debian's packages of JavaScript, downloaded and unpacked below .build/bench, not installed; links to them
make up the size asked for. One run has the partner's secret in its environment, which is looked for in every file.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from bench_run import BENCH, ROOT, Contender, listed, over_list, print_table, race  # noqa: E402

PACKAGES = ("node-typescript", "libjs-mathjax", "libjs-pdf", "libjs-three", "node-lodash-packages", "node-react-dom",
            "node-babel7-standalone", "node-jsdom", "node-vue", "node-core-js", "libjs-bootstrap5", "node-es-abstract",
            "node-caniuse-lite", "libjs-highlight.js", "node-terser", "libjs-katex", "node-d3")
ENDINGS = (".js", ".mjs", ".cjs", ".json", ".map")


def unpacked():
    """The folder of the packages' files."""
    folder = BENCH / "scripts"
    if (folder / ".complete").exists():
        return folder
    print("==> Downloading Debian packages as sources of scripts, not installing them:", *PACKAGES, file=sys.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as packages:
        subprocess.run(["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", *PACKAGES], cwd=packages, check=True)
        for package in pathlib.Path(packages).glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
    (folder / ".complete").touch()
    return folder


def site_of(megabytes):
    """A folder with so many megabytes of scripts and data, and one page, without which there is nothing to check."""
    site = BENCH / f"scripts-{megabytes}"
    if (site / ".complete").exists():
        return site
    source = unpacked()
    files = sorted(file for file in source.rglob("*") if file.suffix in ENDINGS and file.is_file() and not file.is_symlink())
    shutil.rmtree(site, ignore_errors=True)
    size = turn = 0
    while size < megabytes * 1e6:
        for number, file in enumerate(files):
            link = site / f"turn-{turn}" / f"{number:05}-{file.name.lstrip('.')}"
            link.parent.mkdir(parents=True, exist_ok=True)
            os.link(file, link)
            size += file.stat().st_size
            if size >= megabytes * 1e6:
                break
        turn += 1
    (site / "index.html").write_text("<!doctype html>\n<title>Scripts</title>\n")
    (site / ".complete").touch()
    return site


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench files", description="Measure the scan of scripts, source maps and JSON.")
    parser.add_argument("--megabytes", type=int, default=200, help="size of the files together (default: 200)")
    parser.add_argument("--rounds", type=int, default=11, help="rounds (default: 11)")
    parser.add_argument("--osteolint", default=ROOT / ".build/release/osteolint", help="the binary; none is built then")
    args = parser.parse_args()
    binary = str(pathlib.Path(args.osteolint).resolve())
    site = site_of(args.megabytes).resolve()
    names = sorted(str(file.relative_to(site)) for file in site.rglob("*") if file.is_file() and file.suffix in ENDINGS)
    size = sum((site / name).stat().st_size for name in names)
    check = [binary, "check", "--format", "json", "."]
    with tempfile.TemporaryDirectory() as folder:
        everything = listed(names, pathlib.Path(folder), "everything")
        osteolint = Contender("osteolint check", check, (0, 1))
        known = Contender("osteolint check, OSTEOCOM_CLIENT_SECRET set",
                          ["env", "OSTEOCOM_CLIENT_SECRET=9fQ2vLx7RmT0aKc3", *check], (0, 1))
        one_job = Contender("osteolint check --jobs 1", [*check, "--jobs", "1"], (0, 1))
        rg = Contender("rg -c -j2 osteocom", ["rg", "--no-ignore", "--no-config", "-c", "-j2", "osteocom", "."], (0, 1))
        cat = Contender("cat", over_list("cat", everything))
        contenders = [osteolint, known, rg, cat, one_job]
        race(contenders, site, args.rounds)
    print_table(f"{len(names):,} scripts, source maps and JSON files, {size / 1e6:.0f} MB; medians of {args.rounds} rounds",
                contenders, size, rg, "rg")
    print(f"\n  osteolint / rg: {osteolint.median('seconds') / rg.median('seconds'):.2f}")


if __name__ == "__main__":
    main()
