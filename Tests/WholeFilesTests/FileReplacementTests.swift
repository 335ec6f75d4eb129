import Foundation
import ProgramRuns
import Testing
import WholeFiles

@Suite("A file written whole or not at all")
struct FileReplacementTests {
    private func replace(_ path: String, with text: String, isPrivate: Bool = false) throws {
        let file = try FileReplacement(path, isPrivate: isPrivate)
        try file.write(Data(text.utf8))
        try file.commit(isDurable: true)
    }

    private func permissions(_ path: String) throws -> Int? {
        (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test("The new content takes the old one's place, and nothing is left beside it")
    func replaced() throws {
        let folder = try TemporaryFolder()
        try folder.write("a", "a long content of before")
        try replace(folder.path("a"), with: "new")
        #expect(try folder.text("a") == "new")
        #expect(try folder.names() == ["a"])
    }

    @Test("What is not put in place leaves the old content and nothing else")
    func dropped() throws {
        let folder = try TemporaryFolder()
        try folder.write("a", "old")
        do {
            let file = try FileReplacement(folder.path("a"), isPrivate: false)
            try file.write(Data("half a".utf8))
            #expect(try folder.names().count == 2)
            #expect(try folder.text("a") == "old")
        }
        #expect(try folder.names() == ["a"])
        #expect(try folder.text("a") == "old")
    }

    @Test("A symbolic link stays one, and what it leads to is replaced")
    func link() throws {
        let folder = try TemporaryFolder()
        try folder.write("a", "old")
        try folder.link("link", to: "a")
        try replace(folder.path("link"), with: "new")
        #expect(try folder.text("a") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "a")
    }

    @Test("The permissions of the file that is replaced stay, but what is private is its owner's alone")
    func permissions() throws {
        let folder = try TemporaryFolder()
        try folder.write("a", "old")
        chmod(folder.path("a"), 0o664)
        try replace(folder.path("a"), with: "new")
        #expect(try permissions(folder.path("a")) == 0o664)
        try replace(folder.path("a"), with: "secret", isPrivate: true)
        #expect(try permissions(folder.path("a")) == 0o600)
    }

    @Test("A folder that is not there is told at once, in the system's words")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        let failure = #expect(throws: FileReplacement.Failure.self) {
            try FileReplacement(folder.path("missing/a"), isPrivate: false)
        }
        #expect(failure?.reason == "No such file or directory")
    }

    @Test("Pieces come one after the other, however large")
    func pieces() throws {
        let folder = try TemporaryFolder()
        let file = try FileReplacement(folder.path("a"), isPrivate: false)
        for piece in 0..<64 { try file.write(Data(repeating: UInt8(piece), count: 100_000)) }
        try file.commit(isDurable: false)
        let content = try folder.read("a")
        #expect(content.count == 6_400_000)
        #expect(content.enumerated().allSatisfy { $1 == UInt8($0 / 100_000) })
    }
}
