import OsteolintCore
import Testing

@testable import OsteolintRules

private let client = "clientId=kT4mRZ81qLwYc0dXaB2e"
private let product = "productId=66d579675f2a4b8c9df15e43"

@Suite struct ParametersOfUsersTests {
    @Test(arguments: [
        "u-48213", "48213", "e2b1c6f0-3d0a-4c58-9b7e-5f2a1d8c4b36", "9f86d081884c7d659a2feaa0c55ad015", "%C3%A9t%C3%A9",
        "{e2b1c6f0-3d0a-4c58-9b7e-5f2a1d8c4b36}", "1", "00", "-2", "guest-77", "tester", "user1", "demo42", "nullary",
        "393331234567", "00393331234567", "48213@clinic-7", "1714557600000x", "171455760", "9999999999", "17145576001",
        "2024-05-01", "2024-05-01-117", "20240501101", "a%20b", "a%2Fb", "%E6%BC%A2", "anna.rossi", "$2y$10$abc.def",
        "my-user-4", "anonymous1", "u%7C4", "9914557600123",
    ])
    func goodIDs(value: String) throws {
        try expect("\(client)&\(product)&partnerUserId=\(value)", "")
    }

    @Test(arguments: [
        "undefined", "UNDEFINED", "null", "Null", "NaN", "None", "nil", "[object Object]", "[object+Object]",
        "%5Bobject%20Object%5D", "0", "-1", "guest", "Guest", "anonymous", "ANON", "user", "test", "demo", "example",
        "user_12345", "USER_ID", "user_id", "YOUR_USER_ID", "your-user-id", "__UID__", ":userId", "%s", "%d", "userId",
        "{{user.id}}", "{{ user_id }}", "{% user_id %}", "${userId}", "${user.id ? user.id : 'x&y#z'}", "#{user.id}",
        "<%= user.id %>", "<?= $uid ?>", "<?php echo $user['id']; ?>", "{!! $user->id !!}", "@Model.UserId",
        "@(Model.User?.Id)", "[[uid]]", "[[${user.id}]]", "[(${uid})]", "%USER_ID%", "%DEVICE_ID%", "%USERID%",
        "%%user_id%%", "{userid}", "{user.id}", "{$user.id}", "[user_id]", "*|UNIQID|*", "$customer.id", "$User.Id",
        "$user->id", "%7B%7Buser.id%7D%7D", "%24%7BuserId%7D", "%3C%25%3D%20user.id%20%25%3E", "%25USER_ID%25",
        "user-undefined", "user_null", "u-{{ user.id }}", "{{ user[", "%7Buser_id%7D", "<user_id>", "  undefined  x",
        "member-%USER_ID%", "{{ a & b }}", "{{ 'x;productId=' }}", "MEMBER_ID", "current-user-id", "***", "...",
    ])
    func placeholders(value: String) throws {
        try expect("\(client)&\(product)&partnerUserId=\(value)", "partner-user-id-placeholder")
    }

    @Test(arguments: [
        "{{user.id}}", "{% user_id %}", "${userId}", "#{user.id}", "<%= user.id %>", "<?= $uid ?>", "{!! $user->id !!}",
        "@Model.UserId", "[[uid]]", "[(uid)]", "%USER_ID%", "%%NAME%%", "{userid}", "[user_id]", "*|UNIQID|*",
        "$customer.id", "%7B%7Buser.id%7D%7D", "u {{ user.id }}",
    ])
    func expectedInTemplates(value: String) throws {
        let configuration = Configuration(rendering: .template)
        try expect("clientId=\(value)&productId=\(value)&partnerUserId=\(value)", "", configuration)
    }

    @Test(arguments: ["", "undefined", "YOUR_USER_ID", "user_12345", "guest", ":userId", "%s", "__UID__"])
    func neverExpected(value: String) throws {
        let configuration = Configuration(rendering: .template)
        try expect("\(client)&\(product)&partnerUserId=\(value)", "partner-user-id-placeholder", configuration)
        try expect("{{ params }}&partnerUserId=\(value)", "partner-user-id-placeholder", configuration)
    }

    @Test(arguments: [
        ("1714557600123", ""), ("1262304000000", ""), ("1714557600", "?"), ("2024-05-01T10:15:00Z", ""),
        ("2024-05-01T10%3A15%3A00.000Z", ""), ("2024-05-01 10:15:00", ""), ("2024-05-01%2010:15", ""),
        ("2024-05-01T10:15:00+02:00", ""), ("2024-05-01T10:15:00%2B02:00", ""), ("20240501T101500Z", ""),
        ("2024-05-01+10:15:00", ""), ("%201714557600123", ""),
    ])
    func volatile(value: String, mark: String) throws {
        try expect("\(client)&\(product)&partnerUserId=\(value)", "partner-user-id-volatile\(mark)")
    }

    @Test(arguments: [
        "↓anna.rossi@example.it", "↓j.dubois%40example.fr", "↓+393331234567", "↓%2B393331234567",
        "↓anna+osteo@example.it",
        "↓%2b4917612345678", "↓mailto:anna@example.it", "↓+39%20333%201234567", "↓42:anna@example.it",
        "↓Ann@Example.CO.UK",
    ])
    func personalData(value: String) throws {
        try expect("\(client)&\(product)&partnerUserId=\(value)", "partner-user-id-personal-data?")
    }

    @Test func messagesKeepIDsToThemselves() throws {
        let values = ["anna.rossi@example.it", "1714557600123", "m 7 48213aa", "m%2541abc", "a+b48213"]
        for value in values {
            let embed = try ParametersMarkedEmbed("\(client)&\(product)&partnerUserId=\(value)").embed
            let findings = parameterRules.flatMap { $0.check(embed, in: Site(configuration: Configuration())) }
            #expect(!findings.isEmpty)
            #expect(!findings.contains { $0.message.contains(value) || $0.help?.contains(value) == true })
        }
    }

    @Test func shared() throws {
        let pages = ["a.html", "b.html", "c.html"]
        let embeds = try pages.map {
            try ParametersMarkedEmbed("\(client)&\(product)&partnerUserId=↓u-48213", path: $0)
        }
        let rule = PartnerUserIDShared()
        let site = Site(configuration: Configuration())
        let findings = rule.check(embeds.map(\.embed), in: site)
        #expect(findings.count == 1)
        #expect(findings.first?.place?.path == "a.html")
        #expect(findings.first?.place?.range?.start == embeds[0].marks[0])
        #expect(findings.first?.related.map(\.path) == ["b.html", "c.html"])
        #expect(findings.first?.severity == .warning)
        #expect(rule.check([embeds[0].embed, embeds[0].embed], in: site).isEmpty)
        #expect(rule.check(embeds.map(\.embed), in: Site(configuration: Configuration(rendering: .snapshot))).isEmpty)
        let placeholders = try pages.map { try ParametersMarkedEmbed("partnerUserId={{ user.id }}", path: $0).embed }
        #expect(rule.check(placeholders, in: site).isEmpty)
    }
}
