"""Measures the live audit beside curl, against osteocom-sandbox on loopback; scripts/bench is the way to call it.

2,000 requests over TLS: 500 embed URLs, each in the name of three declared origins and of the one that must not be
allowed. Both tools have four connections, over HTTP/1.1. They take turns, round by round; medians are told.
Then product-status: as many products as the burst allows beside a single one, and beside curl.
"""
import argparse
import contextlib
import itertools
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CLIENT = "kT4mRZ81qLwYc0dXaB2e"
ORIGINS = ["https://lms.partner.example", "https://staging.partner.example", "https://shop.partner.example"]
CONTROL = "https://osteolint-control.invalid"
CONNECTIONS = 4
# The burst that osteolint grants itself by default.
BURST = 10


def scenario(products):
    lines = ["clients:", f"  - id: {CLIENT}", f"    origins: [{', '.join(ORIGINS)}]", "    products:"]
    return "\n".join(lines + [f"      - {{ id: {product}, title: Course {product} }}" for product in products]) + "\n"


@contextlib.contextmanager
def sandbox(binary, folder, products):
    """Runs the sandbox and gives its origin."""
    (folder / "scenario.yml").write_text(scenario(products))
    process = subprocess.Popen(
        [binary, "--scenario", folder / "scenario.yml", "--port", "0", "--ca-file", folder / "authority.pem", "--quiet",
         "--http1"],
        stdout=subprocess.PIPE, text=True)
    try:
        ready = process.stdout.readline()
        origin = next((word for word in ready.split() if word.startswith("https://")), None)
        if not origin:
            sys.exit(f"bench: the sandbox did not start: {ready!r}")
        yield origin
    finally:
        process.terminate()
        process.wait()


def embed_urls(origin, products):
    return [f"{origin}/embed/course?clientId={CLIENT}&productId={product}&partnerUserId=u{index:05}"
            for index, product in enumerate(products)]


def write_site(folder, origin, urls):
    folder.mkdir()
    (folder / ".osteolint.yml").write_text(
        f"environment: {{ name: sandbox, origin: '{origin}' }}\norigins: [{', '.join(ORIGINS)}]\nrendering: snapshot\n")
    for index, url in enumerate(urls):
        (folder / f"page-{index:04}.html").write_text(
            f'<!DOCTYPE html><title>Course</title><iframe title="Course" src="{url.replace("&", "&amp;")}"></iframe>\n')


def write_curl_list(file, urls, authority):
    """One transfer for each URL and origin, with the fields that say which one it is."""
    entries = []
    for url, origin in itertools.product(urls, [*ORIGINS, CONTROL]):
        entries.append(f'url = "{url}"\noutput = "/dev/null"\ncacert = "{authority}"\nreferer = "{origin}/"\n'
                       'header = "Sec-Fetch-Dest: iframe"\nheader = "Sec-Fetch-Mode: navigate"\n')
    file.write_text("next\n".join(entries))
    return len(entries)


def measured(command, folder, allowed):
    start = time.perf_counter()
    run = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if run.returncode not in allowed:
        sys.exit(f"bench: exit status {run.returncode} of {command[0]}: {run.stderr.decode(errors='replace')[-500:]}")
    return time.perf_counter() - start


def race(commands, folder, rounds):
    """The seconds of each command in each round but the first."""
    times = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            seconds = measured(command, folder, (0, 1))
            if number > 0:
                times[name].append(seconds)
    return times


def race_live(args):
    products = [f"{0x5f0000000000000000000000 + 7919 * index:024x}" for index in range(args.urls)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with sandbox(args.sandbox, folder, products) as origin:
            urls = embed_urls(origin, products)
            write_site(folder / "site", origin, urls)
            authority = folder / "authority.pem"
            requests = write_curl_list(folder / "curl.txt", urls, authority)
            # Product-status has a budget of its own, and would be waited for.
            only_framing = ["--max-requests", "0", "--inconclusive", "pass"]
            commands = {
                "osteolint audit --every-origin": [
                    args.osteolint, "audit", "--every-origin", "--max-fetches", str(2 * requests), *only_framing,
                    "--ca-file", authority, "--format", "json", "."],
                "osteolint audit": [
                    args.osteolint, "audit", *only_framing, "--ca-file", authority, "--format", "json", "."],
                f"curl --parallel-max {CONNECTIONS}": [
                    "curl", "--silent", "--show-error", "--parallel", "--parallel-max", str(CONNECTIONS),
                    "--config", folder / "curl.txt"],
            }
            times = race(commands, folder / "site", args.rounds)
    counts = {name: requests for name in commands} | {"osteolint audit": args.urls + len(ORIGINS)}
    print(f"\n{requests:,} requests over TLS on loopback, {CONNECTIONS} at a time; medians of {args.rounds} rounds")
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"  {name:<34} {median:>7.3f} s {min(seconds):>7.3f} s  {counts[name]:>6,} requests {counts[name] / median:>8,.0f}/s")
    every, _, curl = (statistics.median(seconds) for seconds in times.values())
    print(f"  osteolint / curl: {every / curl:.2f} (aim 1.2)")


def race_statuses(args):
    products = [f"{0x5f0000000000000000000000 + 7919 * index:024x}" for index in range(BURST)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with sandbox(args.sandbox, folder, products) as origin:
            urls = embed_urls(origin, products)
            authority = folder / "authority.pem"
            status = [args.osteolint, "status", "--ca-file", authority, "--format", "json"]
            asked = [url.replace("/embed/course", "/api2/embed/content-licensing/product-status") for url in urls]
            commands = {
                f"osteolint status, {BURST} products": [*status, *urls],
                "osteolint status, 1 product": [*status, urls[0]],
                f"curl, {BURST} products": [
                    "curl", "--silent", "--show-error", "--parallel", "--parallel-max", str(CONNECTIONS),
                    "--cacert", authority, *asked],
            }
            times = race(commands, folder, args.rounds)
    print(f"\nProduct-status over TLS on loopback; medians of {args.rounds} rounds")
    for name, seconds in times.items():
        print(f"  {name:<34} {statistics.median(seconds):>7.4f} s {min(seconds):>7.4f} s")
    many, one, curl = (statistics.median(seconds) for seconds in times.values())
    print(f"  {BURST} products / 1 product: {many / one:.2f}; osteolint / curl: {many / curl:.2f}")


def race_decisions(args):
    table = ROOT / "Tests/Fixtures/csp/cases.jsonl"
    rows = table.read_bytes().splitlines(keepends=True)
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as batch:
        batch.write(b"".join(rows * args.repeats))
        batch.flush()
        seconds = [measured([args.osteolint, "policy", "--batch", batch.name], ROOT, (0,)) for _ in range(args.rounds)]
    count = len(rows) * args.repeats
    median = statistics.median(seconds)
    print(f"\n{count:,} policy decisions, JSON read and written: median {median:.3f} s, {count / median:,.0f} decisions a second")


def main():
    parser = argparse.ArgumentParser(description="Measure the live audit beside curl, and policy decisions.")
    parser.add_argument("--urls", type=int, default=500, help="embed URLs (default: 500)")
    parser.add_argument("--rounds", type=int, default=7, help="rounds (default: 7)")
    parser.add_argument("--repeats", type=int, default=10, help="how often the table of decisions is asked (default: 10)")
    parser.add_argument("--osteolint", default=ROOT / ".build/release/osteolint")
    parser.add_argument("--sandbox", default=ROOT / ".build/release/osteocom-sandbox")
    args = parser.parse_args()
    race_live(args)
    race_statuses(args)
    race_decisions(args)


if __name__ == "__main__":
    main()
