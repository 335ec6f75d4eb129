"use strict";
// Filters the findings. Without it the page shows the same faults, some of each rule.
(() => {
    const severities = ["note", "warning", "error"];
    const limit = 100;
    const source = document.getElementById("fault-data");
    const form = document.getElementById("filters");
    const result = document.getElementById("result");
    const data = JSON.parse(source.textContent);
    source.remove();

    // A fault's numbers, in the order in which they are written.
    const [SEVERITY, MESSAGE, HELP, PATH, LINE, COLUMN, LAST, SOURCE, MARK, LENGTH, INDENT, CARETS, CONTINUES, RELATED, OTHERS]
        = Array(15).keys();

    const digits = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
    const counted = (number, noun) => `${digits(number)} ${noun}${number === 1 ? "" : "s"}`;

    // MARK: Building, with nothing but elements and text

    function element(name, attributes, ...children) {
        const made = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
        made.append(...children);
        return made;
    }

    function icon(name) {
        const namespace = "http://www.w3.org/2000/svg";
        const picture = document.createElementNS(namespace, "svg");
        picture.setAttribute("class", "icon");
        picture.setAttribute("aria-hidden", "true");
        const use = document.createElementNS(namespace, "use");
        use.setAttribute("href", `#icon-${name}`);
        picture.append(use);
        return picture;
    }

    // Text with backticks around what is code; one without a partner stays what it is.
    function inline(sentence) {
        const parts = sentence.split("`");
        return parts.map((part, index) => {
            if (index % 2 === 0) return part;
            return index === parts.length - 1 ? "`" + part : element("code", {}, part);
        }).filter((part) => part !== "");
    }

    function sourceLine(fault) {
        const line = data.lines[fault[SOURCE]];
        const end = fault[MARK] + fault[LENGTH];
        const until = fault[CONTINUES] ? "on" : `to ${fault[LAST]}`;
        const carets = " ".repeat(fault[INDENT]) + "^".repeat(fault[CARETS]) + (fault[CONTINUES] ? "…" : "");
        return element("pre", {
            class: line.length > 110 ? "source long" : "source", tabindex: "0", role: "group",
            "aria-label": `Source line ${fault[LINE]}, marked from column ${fault[COLUMN]} ${until}`,
        },
        element("span", { class: "number" }, String(fault[LINE])),
        element("code", {}, line.slice(0, fault[MARK]), element("mark", {}, line.slice(fault[MARK], end)), line.slice(end)),
        "\n", element("span", { class: "carets", "aria-hidden": "true" }, carets));
    }

    const position = (line, column) => line > 0 ? `:${line}:${column}` : "";

    function placeList(places, heading, wanted) {
        const count = places.length / 3;
        let indexes = Array.from({ length: count }, (_, index) => index);
        // The pages that are filtered for come first, since not all places are listed.
        if (wanted) indexes = [...indexes.filter((i) => wanted[places[3 * i]]), ...indexes.filter((i) => !wanted[places[3 * i]])];
        const items = indexes.slice(0, data.places).map((index) => element("li", {},
            element("bdi", {}, data.paths[places[3 * index]]), position(places[3 * index + 1], places[3 * index + 2])));
        if (count > data.places) {
            items.push(element("li", {}, `and ${digits(count - data.places)} more, which the JSON format lists`));
        }
        return element("details", { class: "places" }, element("summary", {}, heading), element("ul", {}, ...items));
    }

    function build(number, wanted) {
        const fault = data.faults[number];
        const severity = severities[fault[SEVERITY]];
        const article = element("article", {
            class: `fault ${severity}`, id: `fault-${number}`, "aria-labelledby": `fault-${number}-title`,
        },
        element("h4", { id: `fault-${number}-title` },
            element("span", { class: `badge ${severity}` }, icon(severity), severity), " ",
            element("bdi", {}, ...inline(data.texts[fault[MESSAGE]]))));
        if (fault[PATH] >= 0) {
            article.append(element("p", { class: "place" },
                element("bdi", {}, data.paths[fault[PATH]]), position(fault[LINE], fault[COLUMN])));
        }
        if (fault[SOURCE] >= 0) article.append(sourceLine(fault));
        if (fault[HELP] >= 0) {
            article.append(element("p", { class: "help" },
                element("strong", {}, "Help:"), " ", element("bdi", {}, ...inline(data.texts[fault[HELP]]))));
        }
        const related = fault[RELATED].length / 3;
        const others = fault[OTHERS].length / 3;
        if (related > 0) article.append(placeList(fault[RELATED], `See also ${counted(related, "place")}`, wanted));
        if (others > 0) article.append(placeList(fault[OTHERS], `The same at ${counted(others, "more place")}`, wanted));
        return article;
    }

    // MARK: The sections, one a rule

    let first = 0;
    const sections = data.rules.map((rule) => {
        const root = document.getElementById(rule.anchor);
        const list = root.querySelector(".faults");
        const count = root.querySelector(".rule-count");
        const more = element("button", { type: "button", class: "more" });
        const section = {
            rule, root, list, count, more, first, end: first + rule.count, total: count.textContent,
            found: Array.from({ length: rule.count }, (_, index) => first + index), shown: list.childElementCount,
        };
        first = section.end;
        root.append(more);
        more.addEventListener("click", () => {
            const next = section.shown;
            show(section, next + limit);
            if (!more.hidden) return;
            const added = list.children[next];
            added.tabIndex = -1;
            added.focus();
        });
        return section;
    });
    let wanted = null;

    function offerMore(section) {
        const rest = section.found.length - section.shown;
        section.more.hidden = rest <= 0;
        section.more.textContent = `Show ${digits(Math.min(rest, limit))} more of ${digits(rest)}`;
    }

    function show(section, count) {
        const next = section.found.slice(section.shown, count);
        section.list.append(...next.map((number) => build(number, wanted)));
        section.shown += next.length;
        offerMore(section);
    }

    // How many of each list are shown: none gets more than it needs to leave the others as much.
    function shares(counts, limit) {
        const result = counts.slice();
        const order = [...counts.keys()].sort((a, b) => counts[a] - counts[b] || a - b);
        let left = limit;
        order.forEach((index, at) => {
            result[index] = Math.min(counts[index], Math.floor(left / (order.length - at)));
            left -= result[index];
        });
        return result;
    }

    // MARK: Filtering

    const lowered = {};

    function lower(table) {
        lowered[table] ??= data[table].map((text) => text.toLowerCase());
        return lowered[table];
    }

    // For each text of a table, whether it holds a word.
    function marks(table, word) {
        const texts = lower(table);
        const found = new Uint8Array(texts.length);
        for (let index = 0; index < texts.length; index += 1) if (texts[index].includes(word)) found[index] = 1;
        return found;
    }

    function holds(places, pages) {
        for (let index = 0; index < places.length; index += 3) if (pages[places[index]]) return true;
        return false;
    }

    function isOn(fault, pages) {
        return pages[fault[PATH]] || holds(fault[OTHERS], pages) || holds(fault[RELATED], pages);
    }

    function search(state) {
        const words = state.text.toLowerCase().split(/\s+/).filter(Boolean).map((word) => ({
            word, texts: marks("texts", word), lines: marks("lines", word), paths: marks("paths", word),
        }));
        wanted = state.page ? marks("paths", state.page.toLowerCase()) : null;
        const isMeant = severities.map((severity) => state.severities.includes(severity));
        for (const section of sections) {
            section.found = [];
            if (state.rule && state.rule !== section.rule.anchor) continue;
            const left = words.filter(({ word }) => !section.rule.id.toLowerCase().includes(word));
            for (let number = section.first; number < section.end; number += 1) {
                const fault = data.faults[number];
                if (!isMeant[fault[SEVERITY]] || (wanted && !isOn(fault, wanted))) continue;
                if (left.every((word) => word.texts[fault[MESSAGE]] || word.texts[fault[HELP]]
                    || word.lines[fault[SOURCE]] || isOn(fault, word.paths))) section.found.push(number);
            }
        }
    }

    const total = first;
    const allFound = result?.textContent;
    let isFiltered = false;

    function apply(state) {
        isFiltered = Boolean(state.text.trim() || state.page || state.rule) || state.severities.length < severities.length;
        search(state);
        const parts = shares(sections.map((section) => section.found.length), limit);
        sections.forEach((section, index) => {
            const count = section.found.length;
            section.root.hidden = count === 0;
            section.count.textContent = isFiltered ? `${digits(count)} of ${counted(section.rule.count, "fault")}` : section.total;
            section.list.replaceChildren();
            section.shown = 0;
            show(section, parts[index]);
        });
        const found = sections.reduce((sum, section) => sum + section.found.length, 0);
        const verb = found === 1 ? "matches" : "match";
        result.textContent = isFiltered ? `${digits(found)} of ${counted(total, "fault")} ${verb} the filters` : allFound;
    }

    // MARK: The form, and the part of the address behind #

    function readForm() {
        const fields = new FormData(form);
        return {
            text: fields.get("text"), page: fields.get("page").trim(), rule: fields.get("rule"),
            severities: fields.getAll("severity"),
        };
    }

    function readAddress() {
        const parameters = new URLSearchParams(location.hash.slice(1));
        form.elements.text.value = parameters.get("text") ?? "";
        form.elements.page.value = parameters.get("page") ?? "";
        form.elements.rule.value = parameters.get("rule") ?? "";
        if (form.elements.rule.selectedIndex < 0) form.elements.rule.value = "";
        const chosen = parameters.get("severity")?.split(",") ?? severities;
        for (const box of form.querySelectorAll("[name=severity]")) box.checked = chosen.includes(box.value);
    }

    function writeAddress(state) {
        const parameters = new URLSearchParams();
        for (const key of ["text", "page", "rule"]) if (state[key]) parameters.set(key, state[key]);
        if (state.severities.length < severities.length) parameters.set("severity", state.severities.join(","));
        const fragment = parameters.toString();
        history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
    }

    function changed() {
        const state = readForm();
        apply(state);
        writeAddress(state);
    }

    function empty() {
        for (const name of ["text", "page", "rule"]) form.elements[name].value = "";
        for (const box of form.querySelectorAll("[name=severity]")) box.checked = true;
    }

    function clear() {
        empty();
        changed();
    }

    // Where a link leads: filters that hide it are cleared, and what is closed around it is opened.
    function reveal() {
        const target = document.getElementById(location.hash.slice(1));
        if (!target) return;
        if (target.closest("[hidden]")) {
            const { hash } = location;
            empty();
            apply(readForm());
            history.replaceState(null, "", hash);
        }
        for (let around = target; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
        target.scrollIntoView();
        if (target.tabIndex === -1 && target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
    }

    const isState = () => location.hash.includes("=");

    if (form) {
        form.hidden = false;
        document.getElementById("static-rest")?.remove();
        form.addEventListener("input", changed);
        form.addEventListener("submit", (event) => event.preventDefault());
        form.addEventListener("reset", (event) => {
            // The browser would empty the fields only after the event.
            event.preventDefault();
            clear();
        });
        sections.forEach(offerMore);
        // Of very many faults the browser lays out those in sight only.
        if (total > 500) document.getElementById("findings").classList.add("many");
        // So that the first letter typed has not to wait for it.
        for (const table of ["paths", "texts", "lines"]) (window.requestIdleCallback ?? setTimeout)(() => lower(table));
        if (isState()) {
            readAddress();
            apply(readForm());
        }
        document.addEventListener("keydown", (event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (event.key === "Escape" && isFiltered) {
                clear();
            } else if (event.key === "/" && !event.target.closest("input, select, textarea")) {
                event.preventDefault();
                form.elements.text.focus();
            }
        });
    }

    addEventListener("hashchange", () => {
        if (!isState()) return reveal();
        if (!form) return;
        readAddress();
        apply(readForm());
    });
    if (location.hash && !isState()) reveal();

    // On paper everything that is shown is open.
    let opened = [];
    addEventListener("beforeprint", () => {
        opened = [...document.querySelectorAll("details:not([open])")];
        for (const details of opened) details.open = true;
    });
    addEventListener("afterprint", () => {
        for (const details of opened) details.open = false;
        opened = [];
    });
})();
