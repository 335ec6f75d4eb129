"""What make-corpus plants: embeds, correct or faulty on purpose, and decoys.

An embed starts out correct. A fault is a function that spoils one, and it names the slots of the embed that it
touches; faults that share a slot are never planted together, so that each of them shows by itself.
"""
import dataclasses
import html
import json
import re

NAMES = ("clientId", "productId", "partnerUserId")


@dataclasses.dataclass
class Embed:
    """An embed on its way into a page."""
    unique: str                                   # 12 hexadecimal digits that no other embed of the corpus has
    fields: list                                  # [name, value] pairs of the query, as the URL holds them
    element: str = "iframe"
    scheme: str = "https:"
    host: str = "www.osteocom.me"
    path: str = "/embed/course"
    joint: str = "&"
    last_joint: str | None = None
    holder: str | None = None                     # the attribute that holds the URL, where it is not the usual one
    attributes: dict = dataclasses.field(default_factory=dict)
    trailing: list = dataclasses.field(default_factory=list)  # attributes in their final form, put last
    faults: list = dataclasses.field(default_factory=list)
    rules: set = dataclasses.field(default_factory=set)
    copies: int = 1

    def value(self, name):
        return next((value for key, value in self.fields if key == name), None)

    def set(self, name, value):
        self.fields = [[key, value if key == name else old] for key, old in self.fields]

    def rename(self, name, other):
        self.fields = [[other if key == name else key, value] for key, value in self.fields]

    def drop(self, name):
        self.fields = [field for field in self.fields if field[0] != name]

    @property
    def url(self):
        pairs = ["=".join(field) for field in self.fields]
        query = self.joint.join(pairs)
        if self.last_joint and len(pairs) > 1:
            query = self.joint.join(pairs[:-1]) + self.last_joint + pairs[-1]
        return f"{self.scheme}//{self.host}{self.path}?{query}"


@dataclasses.dataclass(frozen=True)
class Fault:
    name: str
    rule: str
    slots: frozenset
    common: bool
    spoil: object


FAULTS = []


def fault(name, rule=None, slots=(), common=False):
    """Enters a function as a fault; without a rule of its own the name is the rule's id."""
    def enter(spoil):
        FAULTS.append(Fault(name, rule or name, frozenset(slots), common, spoil))
        return spoil
    return enter


ALL_NAMES = ("client", "product", "user")
ALL_VALUES = ("client value", "product value", "user value")


# The kinds that ../shared/tools/check_corpus.py knows as well, under the names it has for them.

@fault("missing-client-id", "client-id-missing", ("client", "client value"), common=True)
def _(embed, rng):
    embed.drop("clientId")


@fault("missing-product-id", "product-id-missing", ("product", "product value"), common=True)
def _(embed, rng):
    embed.drop("productId")


@fault("missing-partner-user-id", "partner-user-id-missing", ("user", "user value"), common=True)
def _(embed, rng):
    embed.drop("partnerUserId")


@fault("malformed-product-id", "product-id-malformed", ("product value",), common=True)
def _(embed, rng):
    good = embed.value("productId")
    embed.set("productId", rng.choice((
        good[:23], good + "7", good[:8] + "o" + good[9:], "66d579675f2xxxxxxf15e4d3", "0" * 24, "pelvic-floor-basics",
        good[:8] + "-" + good[8:12] + "-" + good[12:], str(rng.randrange(100, 99999)), "", "{{ product.id }}")))


@fault("placeholder-partner-user-id", "partner-user-id-placeholder", ("user value",), common=True)
def _(embed, rng):
    embed.set("partnerUserId", rng.choice((
        "", "undefined", "NULL", "NaN", "None", "nil", "[object Object]", "0", "-1", "guest", "Anonymous", "test",
        "user_12345", "USER_ID", "YOUR_USER_ID", "__UID__", ":userId", "%s", "{{ user.id }}", "{{currentUser.id}}",
        "{% user_id %}", "${user.id}", "<%= current_user.id %>", "<?= $uid ?>", "{!! $user->id !!}", "@Model.UserId",
        "[[uid]]", "%USERID%", "%%user_id%%", "{userid}", "[user_id]", "*|UNIQID|*", "$customer.id")))


@fault("insecure-scheme", "embed-insecure-scheme", ("scheme",), common=True)
def _(embed, rng):
    embed.scheme = rng.choice(("http:", "http:", "HTTP:"))


@fault("parameter-case", "parameter-misspelled", ALL_NAMES, common=True)
def _(embed, rng):
    name = rng.choice(embed.fields)[0]
    embed.rename(name, rng.choice((name.lower(), name.upper(), name[0].upper() + name[1:], name[:-2] + "ID")))


@fault("double-encoded-ampersand", "parameter-misspelled", ALL_NAMES, common=True)
def _(embed, rng):
    embed.joint = "&amp;"


@fault("sandbox-blocks-top-navigation", "sandbox-blocks-checkout", ("sandbox",), common=True)
def _(embed, rng):
    embed.attributes["sandbox"] = rng.choice((
        None, "", "allow-scripts", "allow-same-origin allow-scripts allow-popups", "allow-forms allow-scripts",
        "Allow-Scripts ALLOW-SAME-ORIGIN allow-forms"))


@fault("missing-title", "iframe-title-missing", ("title",), common=True)
def _(embed, rng):
    embed.attributes.pop("title")
    if rng.random() < 0.3:
        embed.attributes["title"] = rng.choice(("", " ", "\n"))


@fault("lazy-src", "embed-deferred", ("holder",), common=True)
def _(embed, rng):
    embed.holder = rng.choice(("data-src", "data-src", "data-lazy-src", "data-cookieblock-src", "data-src-cmplz",
                               "data-cmp-src", "suppressedsrc", "data-suppressedsrc"))
    extra = {"data-cookieblock-src": ("data-cookieconsent", "marketing"), "data-cmp-src": ("src", "about:blank"),
             "suppressedsrc": ("class", "_iub_cs_activate"), "data-suppressedsrc": ("class", "_iub_cs_activate")}
    if embed.holder in extra:
        embed.attributes.update([extra[embed.holder]])


# Further kinds, each under the id of its rule.

@fault("client-id-malformed", slots=("client value",))
def _(embed, rng):
    embed.set("clientId", rng.choice(("", "abc123", "YOUR_CLIENT_ID", "psiGBHLDxxxxxxdIyDw", "{{clientId}}", "a" * 65,
                                      "clinic.milano.2024", "<%= client_id %>")))


@fault("partner-user-id-volatile", slots=("user value",))
def _(embed, rng):
    place = int(embed.unique, 16)
    seconds = 1_300_000_000 + place % 800_000_000
    embed.set("partnerUserId", rng.choice((
        str(seconds), f"{seconds}{place % 1000:03d}",
        f"20{10 + place % 20}-0{1 + place % 9}-1{place % 7}T0{place % 10}:15:{place % 60:02d}.{place % 997:03d}Z")))


@fault("partner-user-id-personal-data", slots=("user value",))
def _(embed, rng):
    number = int(embed.unique, 16) % 10**8
    embed.set("partnerUserId", rng.choice((
        f"anna.rossi{number}@example.it", f"j.dubois{number}%40example.fr", f"+3934{number:08d}", f"%2B4917{number:08d}")))


@fault("parameter-misspelled", slots=ALL_NAMES)
def _(embed, rng):
    other = {"clientId": ("client_id", "client-id", "partnerId"), "productId": ("product_id", "idChannel", "channelId"),
             "partnerUserId": ("partner_user_id", "partner-user-id", "userId", "uid")}
    name = rng.choice(embed.fields)[0]
    embed.rename(name, rng.choice(other[name]))


@fault("parameter-duplicated", slots=ALL_NAMES + ALL_VALUES)
def _(embed, rng):
    name = rng.choice(NAMES)
    value = embed.value(name)
    embed.fields.append([name, rng.choice((value, value[:-1] + ("a" if value[-1] != "a" else "b")))])


@fault("parameter-encoding", slots=ALL_NAMES + ALL_VALUES)
def _(embed, rng):
    short = embed.unique[:8]
    choice = rng.randrange(7)
    if choice == 0:
        embed.joint = ";"
    elif choice == 1:
        embed.last_joint = "#"
    else:
        embed.set("partnerUserId", ("m 7 " + short, f"m%zz{short}", f"m%2541{short}", f"m+{short}", f"m%E9-{short}")[choice - 2])


@fault("secret-in-embed-url", slots=ALL_NAMES + ALL_VALUES)
def _(embed, rng):
    embed.fields.append(["clientSecret", f"Qm7{embed.unique}vT2w{embed.unique[:5]}"])


@fault("embed-environment-mismatch", slots=("host",))
def _(embed, rng):
    embed.host = rng.choice(("beta.osteocom.me", "staging.osteocom.me", "app.osteocom.me"))


@fault("embed-path-unexpected", slots=("path",))
def _(embed, rng):
    embed.path = rng.choice(("/course", "/", "/en/course/card", "/embedded/course"))


@fault("sandbox-blocks-checkout", slots=("sandbox",))
def _(embed, rng):
    embed.attributes["sandbox"] = "allow-scripts allow-same-origin allow-forms allow-top-navigation-by-user-activation"


@fault("embed-hidden", slots=("size",))
def _(embed, rng):
    name, value = rng.choice((("hidden", None), ("style", "display:none"), ("style", "border: 0; visibility: hidden"),
                              ("width", "0"), ("height", "0"), ("style", "width:0;height:300px")))
    embed.attributes.update({name: value})


@fault("attribute-duplicated", slots=("holder",))
def _(embed, rng):
    embed.trailing.append(rng.choice(('src="about:blank"', 'SRC="https://player.example/v/7"')))


@fault("embed-duplicated", slots=("copies",))
def _(embed, rng):
    embed.copies = 2


def pick_faults(rng, kinds):
    """No fault in two of five embeds, else one to three whose slots are apart."""
    if rng.random() < 0.4:
        return []
    picked, taken = [], set()
    pool = [one for one in FAULTS if one.common or kinds == "all"]
    for one in rng.sample(pool, rng.choice((1, 1, 1, 2, 2, 3))):
        if not taken & one.slots:
            picked.append(one)
            taken |= one.slots
    # A copy of an embed says nothing of its own where the ids themselves are in doubt.
    if len(picked) > 1:
        picked = [one for one in picked if one.name != "embed-duplicated"]
    return picked


def user_id(rng, unique):
    number = 70_000_000_000 + int(unique, 16) % 10**10
    return rng.choice((str(number), "m-" + unique, unique.upper(),
                       f"{unique[:8]}-{unique[8:]}-4{unique[1:4]}-8{unique[5:8]}-{unique[::-1]}"))


def correct_embed(rng, unique, kinds):
    product = f"{rng.randrange(1_400_000_000, 1_760_000_000):08x}{rng.getrandbits(64):016x}"
    client = "".join(rng.choices("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghkmnpqrstuvwxyz23456789_-", k=rng.choice((8, 20, 28))))
    embed = Embed(unique, [["clientId", client], ["productId", product], ["partnerUserId", user_id(rng, unique)]])
    embed.path = rng.choice(("/embed/course", "/embed/card", "/embed/product", "/embed/"))
    if rng.random() < 0.25:
        rng.shuffle(embed.fields)
    embed.attributes = {"title": rng.choice(("Osteocom", "Corso Osteocom", "Formation à distance", "Kurs: Faszien & Co."))}
    neutral = [("width", "100%"), ("height", "620"), ("loading", "lazy"), ("allowfullscreen", None), ("class", "o-card"),
               ("style", "border: 0"), ("allow", "fullscreen; payment"), ("referrerpolicy", "origin"),
               ("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-top-navigation")]
    if kinds == "all":
        embed.element = rng.choice(("iframe",) * 9 + ("object", "embed"))
        if embed.element != "iframe":
            neutral = neutral[:2]
    embed.attributes.update(rng.sample(neutral, rng.randrange(min(5, len(neutral) + 1))))
    return embed


def planted_embed(rng, unique, kinds):
    """An embed with its faults in place."""
    embed = correct_embed(rng, unique, kinds)
    faults = pick_faults(rng, kinds)
    if embed.element != "iframe":
        faults = [one for one in faults if not one.slots & {"holder", "sandbox", "size"}]
    # Values first: once a parameter has another name, its value is not found under the right one.
    for one in sorted(faults, key=lambda one: bool(one.slots & set(ALL_NAMES))):
        one.spoil(embed, rng)
    embed.faults = sorted({one.name for one in faults if one.name != "embed-duplicated"})
    embed.rules = {one.rule for one in faults if one.name != "embed-duplicated"}
    return embed


def disguise(rng, url, host):
    """The same URL to a browser, written so that its host is not to be seen at a glance: (attribute value, kind)."""
    shown = rng.choice(("plain",) * 6 + ("case", "newline", "backslash", "percent", "fullwidth", "schemeless", "padding"))
    if shown == "case":
        return url.replace(host, host.upper()), shown
    if shown == "newline":
        return url.replace("osteocom", "osteo\ncom", 1), shown
    if shown == "backslash":
        return url.replace("//", "\\\\", 1), shown
    if shown == "percent":
        return url.replace("osteocom", "%6Fsteoc%6fm", 1), shown
    if shown == "fullwidth":
        return url.replace("osteocom", "\uff4fsteocom", 1), shown
    if shown == "schemeless" and url.startswith("https:"):
        return url.removeprefix("https:"), shown
    if shown == "padding" and not url.endswith(("=", ";")):
        return f"\n      {url}\n", shown
    return url, "plain"


def written(rng, name, value, odd=False):
    """An attribute in one of the ways in which HTML lets it be written."""
    if value is None:
        return name
    quotes = ['"', '"', '"', "'"]
    if value and not re.search(r"""[\s"'=<>`]""", value) and not value.endswith("/"):
        quotes.append("")
    quote = rng.choice(quotes)
    # A raw ampersand only where no character reference can come of it: none of the three names begins with one.
    ampersands = ("&amp;", "&amp;", "&#38;", "&AMP;") if "&amp;" in value else ("&amp;", "&amp;", "&", "&#38;", "&AMP;")
    text = value.replace("&", rng.choice(ampersands) if "&" in value and "=" in value else "&amp;")
    if odd:
        text = text.replace("osteocom", rng.choice(("&#111;steocom", "oste&#x6F;com", "osteoco&#x6d;")), 1)
        text = text.replace("?", "&quest;", 1).replace(":", rng.choice((":", "&colon;")), 1)
    if quote:
        text = text.replace(quote, "&quot;" if quote == '"' else "&apos;")
    equals = rng.choice(("=", "=", "=", " = "))
    return f"{name}{equals}{quote}{text}{quote}"


def tag_of(rng, embed, kinds):
    """The embed as markup, and what the attribute that holds its URL says."""
    value, how = disguise(rng, embed.url, embed.host) if kinds == "all" else (embed.url, "plain")
    odd = kinds == "all" and how == "plain" and rng.random() < 0.2
    holder = embed.holder or ("data" if embed.element == "object" else "src")
    parts = [written(rng, holder, value, odd)]
    parts += [written(rng, name, text) for name, text in embed.attributes.items()]
    if rng.random() < 0.5:
        rng.shuffle(parts)
    parts += embed.trailing
    gap = rng.choice((" ", " ", "\n  ", "\t", "\n\n    ", " \f"))
    name = rng.choice((embed.element, embed.element, embed.element, embed.element.upper(), embed.element.title()))
    end = "" if embed.element == "embed" else f"</{name}>"
    body = gap.join(parts)
    last = "" if body[-1] in "\"'" else " "
    return f"<{name}{gap}{body}{last}>{end}", value, "references" if odd else how


LOOKALIKES = ("www.osteocom.me.", "www.osteocom.me:8443", "www.osteocom.me@player.example", "www.osteocom.me.video.example",
              "osteocom.example.org", "www.osteocorn.me", "www.osteo-com.me", "www.ostecom.me", "www.osteocom.com",
              "www.\u043esteocom.me")
SCHEMELESS = ("www.osteocom.me", "osteocom.me")
STRANGERS = ("player.example", "www.osteocomplete.example", "maps.example.org")


def plain_tag(rng, unique, host=None):
    """A correct embed in the plainest markup, for decoys."""
    embed = correct_embed(rng, unique, "common")
    return f'<iframe src="{html.escape(embed.url.replace(embed.host, host or embed.host, 1))}" title="Osteocom"></iframe>'


def decoy(rng, unique, kinds):
    """Markup that is no live embed: (markup, kind, rules it must bring; None where that is left open)."""
    common = ["comment", "script", "json", "style", "textarea", "code", "attribute", "link", "stranger"]
    more = ["template", "noscript", "escaped", "lookalike", "schemeless", "srcdoc", "unclosed", "svg", "cdata",
            "comment-bang", "xmp", "linked-data", "invalid-port"]
    kind = rng.choice(common + more if kinds == "all" else common)
    tag = plain_tag(rng, unique)
    quoted = tag.replace("</", "<\\/")
    escaped = html.escape(tag, quote=False)
    url = re.search(r'src="([^"]*)"', tag).group(1)
    course = json.dumps({"@type": "Course", "url": html.unescape(url)})
    markup, rules = {
        "comment": (f"<!-- {tag} -->", ["embed-inert"]),
        "comment-bang": (f"<!-- kept for later\n{tag} --!>", ["embed-inert"]),
        "script": (f"<script>const card = '{quoted}';</script>", []),
        "json": (f'<script type="application/json">{json.dumps([quoted])}</script>', []),
        "linked-data": (f'<script type="application/ld+json">{course}</script>', []),
        "style": (f"<style>/* {tag} */</style>", ["embed-inert"]),
        "textarea": (f"<textarea rows=3 readonly>{tag}</textarea>", ["embed-inert"]),
        "xmp": (f"<xmp>{tag}</xmp>", ["embed-inert"]),
        "template": (f"<template>{tag}</template>", ["embed-inert"]),
        "noscript": (f"<noscript>{tag}</noscript>", ["embed-inert"]),
        "code": (f"<pre><code>{escaped}</code></pre>", []),
        "escaped": (f"<p>{escaped}</p>", ["embed-escaped"]),
        "attribute": (f'<span data-snippet="{html.escape(tag)}"></span>', []),
        "link": (f'<a href="{url}">Osteocom</a>', []),
        "stranger": (plain_tag(rng, unique, rng.choice(STRANGERS)), []),
        "lookalike": (plain_tag(rng, unique, rng.choice(LOOKALIKES)), ["embed-host-lookalike"]),
        "schemeless": (tag.replace("https://www.osteocom.me", rng.choice(SCHEMELESS)), ["embed-url-invalid"]),
        "invalid-port": (plain_tag(rng, unique, "www.osteocom.me:99999"), ["embed-url-invalid"]),
        "srcdoc": (tag.replace(" title=", ' srcdoc="<p>Demnächst hier</p>" title='), ["iframe-srcdoc-overrides-src"]),
        "unclosed": (f'<iframe src="https://player.example/v/{unique}" title="Video"/> {tag}', ["iframe-unclosed"]),
        "svg": (f"<svg width=9 height=9>{tag}</svg>", []),
        "cdata": (f"<svg width=9 height=9><text><![CDATA[{tag}]]></text></svg>", None),
    }[kind]
    return markup, kind, rules
