import Testing

@testable import OsteolintCore

@Suite struct PlaceholderTests {
    @Test(arguments: [
        ("", Placeholder.empty), (" ", .empty), ("+", .empty), ("%20", .empty),
        ("{{ user.id }}", .template(.doubleBraces)), ("{{{ id }}}", .template(.doubleBraces)),
        ("{{ user[", .template(.doubleBraces)), ("{% id %}", .template(.statement)),
        ("${id}", .template(.dollarBraces)),
        ("#{id}", .template(.hashBraces)), ("<%= id %>", .template(.percentTag)),
        ("<?= id ?>", .template(.questionTag)),
        ("<?= $user[", .template(.questionTag)), ("{!! id !!}", .template(.exclamationBraces)),
        ("@Model.Id", .template(.razor)), ("u-@Model.Id", .template(.razor)),
        ("@User.Identity.Name", .template(.razor)),
        ("[[id]]", .template(.doubleBrackets)), ("[(id)]", .template(.bracketParentheses)),
        ("%DEVICE_ID%", .template(.percentName)), ("%user_id%", .template(.percentName)),
        ("%FIRST%%LAST%", .template(.percentName)), ("%%NAME%%", .template(.doublePercentName)),
        ("%%=v(@id)=%%", .template(.doublePercentName)), ("{id}", .template(.bracedName)),
        ("u-{id}", .template(.bracedName)), ("{$user.id}", .template(.bracedName)), ("[id]", .template(.bracketedName)),
        ("[user field=\"id\"]", .template(.bracketedName)), ("*|UNIQID|*", .template(.mergeTag)),
        ("$user.id", .template(.dollarName)), ("$userId", .template(.dollarName)),
        ("$!user.id", .template(.dollarName)),
        ("%7Bid%7D", .template(.bracedName)), ("undefined", .scriptValue), ("u_NULL", .scriptValue),
        ("[object HTMLElement]", .scriptValue), ("[object Object]", .scriptValue), ("Test", .stockWord),
        ("-1", .stockWord), ("USER_ID", .standIn), ("YourUserID", .standIn), ("__anything__", .standIn),
        (":id", .standIn), ("%1$s", .standIn), ("%(user)s", .standIn), ("u-%s", .standIn), ("<your id>", .standIn),
        ("xxx", .standIn), ("...", .standIn), ("CHANGE_ME", .standIn), ("User_12345", .documentationSample),
        ("psiGBHLDxxxxxxdIyDw", .documentationSample),
    ])
    func recognised(value: String, expected: Placeholder) {
        #expect(Placeholder(value) == expected)
    }

    @Test(arguments: [
        "u-48213", "%C3%A9t%C3%A9", "%C3%A9", "%E9%", "caf%C3%A9%20x", "{6F9619FF-8B86-D011-B42D-00C04FC964FF}",
        "{a6f9619ff8b86d011b42d00c04fc964f}", "%7Be2b1c6f0-3d0a-4c58-9b7e-5f2a1d8c4b36%7D", "$2y$10$abc.def",
        "$argon2id$v=19$m=65536,t=3$c2FsdA", "anna@model.it", "ids[0]", "user1", "guests", "nullable", "m%zz12", "50%",
        "none-such", "id-4711", "@anna", "a:b", "12:34", "*", "~", "mid", "david", "candid", "ref-2024", "{12345}",
        "8f14e45fceea167a5a36dedd4bea2543", "AQIDBAUGBwg=", "xx", "maxxxy",
    ])
    func notRecognised(value: String) {
        #expect(Placeholder(value) == nil)
    }

    /// Text that an attacker, or a broken build, may have made long; in quadratic time it would take minutes.
    @Test(arguments: ["{{", "${", "{", "[", "%", "%%", "$", "@", "eyJ", "*|", "[(", "<%"])
    func longValuesAreJudgedAsShortOnes(part: String) {
        let (short, long) = (String(repeating: part, count: 20), String(repeating: part, count: 100_000))
        #expect(Placeholder(long) == Placeholder(short))
        #expect(JSONWebToken.isPart(of: long) == JSONWebToken.isPart(of: short))
    }

    @Test(arguments: [
        ("clientSecret", "abc", true), ("client-secret", "abc", true), ("token", "abcdefgh12345678", false),
        ("secret", "abcdefgh12345678", true), ("secret", "sauce", false), ("clientSecret", "${secret}", false),
        ("clientSecret", "QAtSxxxx…rz2JU", false), ("x", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0In0.c2ln", true),
        ("x", "eyJhbGciOiJIUzI1Ni...JWT", false),
    ])
    func secrets(name: String, value: String, isSecret: Bool) {
        #expect(SecretParameter.isSecret(name: name, value: value) == isSecret)
    }
}
