import Foundation
import OsteolintCore
import OsteolintNetwork
import Testing
import WebURL

@Suite("Files of earlier answers")
struct StatusMemoryTests {
    private static let now = 1_800_000_000
    private static let user = "patient-4711"

    /// Runs an operation with the path of a file that is not there yet, in a folder of its own.
    private static func withPath<Outcome>(_ operation: (String) throws -> Outcome) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "osteolint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try operation(folder.appending(path: "answers.json").path)
    }

    private static func target(_ product: String) throws -> StatusTarget {
        try StatusTarget(
            "https://www.osteocom.me/embed/a?clientId=kT4mRZ81qLwY&productId=\(product)&partnerUserId=\(user)")
    }

    private static func status(
        _ product: String, _ outcome: ProductStatus.Outcome, attempts: Int = 1
    ) throws -> ProductStatus {
        ProductStatus(target: try target(product), outcome: outcome, attempts: attempts)
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    @Test("A cache keeps what passed, for its lifetime, and nothing else")
    func cache() throws {
        try Self.withPath { path in
            var cache = try StatusCache(path: path, lifetime: 100)
            let outcomes: [ProductStatus.Outcome] = [
                .answered(status: "Ok"), .answered(status: "AlreadyOwned"), .answered(status: "InvalidClient"),
                .answered(status: "Newer"), .inconclusive(.serverError(status: 500)),
            ]
            let statuses = try outcomes.enumerated().map { try Self.status("\($0.offset)", $0.element) }
            cache.note(statuses, at: Self.now)
            try cache.write()

            let read = try StatusCache(path: path, lifetime: 100)
            let words = { (now: Int) in statuses.map { read.status(of: $0.target.question, at: now) } }
            #expect(words(Self.now + 99) == ["Ok", "AlreadyOwned", nil, nil, nil])
            #expect(words(Self.now + 100) == [nil, nil, nil, nil, nil])
            // A clock that was put back.
            #expect(words(Self.now - 1) == [nil, nil, nil, nil, nil])
        }
    }

    @Test("What does not pass any more is forgotten")
    func forgotten() throws {
        try Self.withPath { path in
            var cache = try StatusCache(path: path)
            cache.note([try Self.status("1", .answered(status: "Ok"))], at: Self.now)
            cache.note([try Self.status("1", .inconclusive(.cutOff))], at: Self.now + 1)
            #expect(cache.status(of: try Self.target("1").question, at: Self.now + 2) == "Ok")
            cache.note([try Self.status("1", .answered(status: "ProductNotFound"))], at: Self.now + 3)
            #expect(cache.status(of: try Self.target("1").question, at: Self.now + 4) == nil)
        }
    }

    @Test("No id stands in a file, only its owner may read it, and two files have nothing in common")
    func privacy() throws {
        try Self.withPath { path in
            var texts: [String] = []
            for kind in ["a", "b"] {
                let (cachePath, resumePath) = (path + kind, path + kind + ".resume")
                var memory = StatusMemory(
                    cache: try StatusCache(path: cachePath), resume: try ResumeFile(path: resumePath))
                let statuses = [
                    try Self.status("66d579675f2aaaaaaf15e4d3", .answered(status: "Ok")),
                    try Self.status("2", .inconclusive(.interrupted), attempts: 0),
                ]
                try memory.keep(statuses, at: Self.now)
                for file in [cachePath, resumePath] {
                    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
                    #expect(mode == 0o600)
                    texts.append(try Self.text(file))
                }
            }
            for text in texts {
                for id in [Self.user, "kT4mRZ81qLwY", "66d579675f2aaaaaaf15e4d3", "osteocom.me"] {
                    #expect(!text.contains(id))
                }
            }
            let digests = texts.flatMap { text in text.matches(of: /"[0-9a-f]{64}"/).map { String($0.output) } }
            #expect(digests.count == 10 && Set(digests).count == 10)
        }
    }

    @Test("Questions that read alike when they are joined are told apart")
    func distinct() throws {
        try Self.withPath { path in
            let origin = try #require(Origin(serialized: "https://www.osteocom.me"))
            let parts: [[String?]] = [
                ["a", "b", "c"], ["a,1:b", "c", nil], ["ab", "", "c"], ["ab", nil, "c"], ["-", "b", "c"],
                [nil, "b", "c"],
            ]
            let questions = parts.map {
                StatusQuestion(origin: origin, clientID: $0[0], productID: $0[1], partnerUserID: $0[2])
            }
            let url = try Self.target("1").url
            var cache = try StatusCache(path: path)
            for question in questions {
                #expect(cache.status(of: question, at: Self.now) == nil)
                let target = StatusTarget(question: question, url: url, embeds: [])
                cache.note(
                    [ProductStatus(target: target, outcome: .answered(status: "Ok"), attempts: 1)], at: Self.now)
                #expect(cache.status(of: question, at: Self.now) == "Ok")
            }
        }
    }

    @Test("A cache keeps the 10,000 newest answers")
    func bound() throws {
        try Self.withPath { path in
            var cache = try StatusCache(path: path, lifetime: 100_000)
            let old = try (1...10).map { try Self.status("old\($0)", .answered(status: "Ok")) }
            let new = try (1...9_995).map { try Self.status("new\($0)", .answered(status: "Ok")) }
            cache.note(old, at: Self.now)
            cache.note(new, at: Self.now + 1)
            let known = { (statuses: [ProductStatus]) in
                statuses.count { cache.status(of: $0.target.question, at: Self.now + 2) != nil }
            }
            #expect(known(new) == 9_995 && known(old) == 5)
        }
    }

    @Test("A series goes on where it stopped, and its file goes when nothing is open")
    func resume() throws {
        try Self.withPath { path in
            let targets = try ["1", "2", "3"].map(Self.target)
            var memory = StatusMemory(cache: nil, resume: try ResumeFile(path: path))
            #expect(memory.open(among: targets, at: Self.now).count == 3)
            let first = [
                try Self.status("1", .answered(status: "ProductNotFound")),
                try Self.status("2", .inconclusive(.rateLimited(retryAfter: nil))),
                try Self.status("3", .inconclusive(.waitLimit(seconds: 60)), attempts: 0),
            ]
            try memory.keep(first, at: Self.now)
            #expect(try Self.text(path).matches(of: /\s{4}"[0-9a-f]{64}",?\n/).count == 2)

            memory = StatusMemory(cache: nil, resume: try ResumeFile(path: path))
            let open = memory.open(among: targets, at: Self.now + 60)
            #expect(open.map(\.question.productID) == ["2", "3"])
            let asked = try [Self.status("3", .answered(status: "Ok")), Self.status("2", .answered(status: "Ok"))]
            let statuses = memory.statuses(of: targets, asked: asked, at: Self.now + 60)
            #expect(statuses.map(\.word) == ["ProductNotFound", "Ok", "Ok"])
            #expect(statuses.map(\.attempts) == [0, 1, 1])
            try memory.keep(statuses, at: Self.now + 70)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("A run that never came to the open questions, or has others, leaves the series as it is")
    func otherQuestions() throws {
        try Self.withPath { path in
            var resume = try ResumeFile(path: path)
            let open = try Self.status("2", .inconclusive(.interrupted), attempts: 0)
            resume.note([try Self.status("1", .answered(status: "Ok")), open], at: Self.now)
            try resume.write()
            for statuses in [[], [try Self.status("9", .answered(status: "Ok"))]] {
                resume = try ResumeFile(path: path)
                resume.note(statuses, at: Self.now + 1)
                try resume.write()
            }
            resume = try ResumeFile(path: path)
            #expect(resume.status(of: try Self.target("1").question, at: Self.now + 2) == "Ok")
            #expect(resume.status(of: try Self.target("9").question, at: Self.now + 2) == "Ok")
            resume.note([try Self.status("2", .answered(status: "Ok"))], at: Self.now + 3)
            try resume.write()
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("A series that was broken off a day ago begins anew, however often it was looked at since")
    func oldSeries() throws {
        try Self.withPath { path in
            var memory = StatusMemory(cache: nil, resume: try ResumeFile(path: path))
            let open = try Self.status("2", .inconclusive(.interrupted), attempts: 0)
            try memory.keep([try Self.status("1", .answered(status: "Ok")), open], at: Self.now)
            memory = StatusMemory(cache: nil, resume: try ResumeFile(path: path))
            try memory.keep([try Self.status("1", .answered(status: "Ok"), attempts: 0), open], at: Self.now + 80_000)
            memory = StatusMemory(cache: nil, resume: try ResumeFile(path: path))
            let target = [try Self.target("1")]
            #expect(memory.open(among: target, at: Self.now + 86_399).isEmpty)
            #expect(memory.open(among: target, at: Self.now + 86_400).count == 1)
        }
    }

    @Test("What can never be asked does not keep a series open")
    func neverAsked() throws {
        try Self.withPath { path in
            var resume = try ResumeFile(path: path)
            resume.note([try Self.status("1", .inconclusive(.hostNotAllowed(host: "h")), attempts: 0)], at: Self.now)
            try resume.write()
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    static let foreignFiles: [(String, @Sendable (String) -> AnswerFileFault)] = [
        ("", { .notReadableAs(path: $0, kind: "cache of product statuses") }),
        ("{", { .notReadableAs(path: $0, kind: "cache of product statuses") }),
        (String(repeating: "[", count: 100_000), { .notReadableAs(path: $0, kind: "cache of product statuses") }),
        ("{\"name\": \"package\"}", { .foreign(path: $0, kind: "cache of product statuses") }),
        (
            "{\"kind\": \"status-resume\", \"schemaVersion\": 1}",
            { .foreign(path: $0, kind: "cache of product statuses") }
        ),
        ("{\"kind\": \"status-cache\", \"schemaVersion\": 2}", { .otherVersion(path: $0, found: 2) }),
        (
            "{\"kind\": \"status-cache\", \"schemaVersion\": 1, \"key\": \"abc\", \"answers\": {}}",
            { .notReadableAs(path: $0, kind: "cache of product statuses") }
        ),
    ]

    @Test("Another file is not taken for a cache, and not written over", arguments: foreignFiles.indices)
    func foreign(index: Int) throws {
        let (content, fault) = Self.foreignFiles[index]
        try Self.withPath { path in
            try Data(content.utf8).write(to: URL(filePath: path))
            #expect(throws: fault(path)) { try StatusCache(path: path) }
            #expect(fault(path).message.hasPrefix(path + ": "))
            #expect(try Self.text(path) == content)
        }
    }

    @Test("Folders, devices, huge files and folders that are not there are told")
    func places() throws {
        try Self.withPath { path in
            #expect(throws: AnswerFileFault.notAFile(path: "/tmp")) { try StatusCache(path: "/tmp") }
            #expect(throws: AnswerFileFault.notAFile(path: "/dev/null")) { try ResumeFile(path: "/dev/null") }
            #expect(throws: AnswerFileFault.notWritable(path: path + "/x", reason: "No such file or directory")) {
                try ResumeFile(path: path + "/x")
            }
            try Data(count: (16 << 20) + 1).write(to: URL(filePath: path))
            #expect(throws: AnswerFileFault.tooLarge(path: path, limit: 16 << 20)) { try StatusCache(path: path) }
        }
    }

    @Test("A symbolic link stays one, and no temporary file is left")
    func link() throws {
        try Self.withPath { path in
            try FileManager.default.createSymbolicLink(atPath: path + ".link", withDestinationPath: path)
            try StatusCache(path: path).write()
            let before = try Self.text(path)
            var cache = try StatusCache(path: path + ".link")
            cache.note([try Self.status("1", .answered(status: "Ok"))], at: Self.now)
            try cache.write()
            #expect(try Self.text(path) != before)
            let folder = URL(filePath: path).deletingLastPathComponent().path
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                    == ["answers.json", "answers.json.link"])
        }
    }
}
