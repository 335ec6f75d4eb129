import Foundation
import ProgramRuns
import Testing

@testable import OsteolintRendering

@Suite("How a browser is found, started and watched")
struct BrowserStartTests {
    private func folder(_ names: String...) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in names {
            try folder.write(name, "#!/bin/sh\n")
            chmod(folder.path(name), 0o700)
        }
        return folder
    }

    @Test("The most usual name wins, wherever in the path it is")
    func names() throws {
        let (first, second) = (try folder("google-chrome"), try folder("chromium"))
        let path = "\(first.root):\(second.root)"
        #expect(BrowserProgram.find(in: path)?.path == second.path("chromium"))
        #expect(BrowserProgram.find(named: "google-chrome", in: path)?.path == first.path("google-chrome"))
        #expect(BrowserProgram.find(named: first.path("google-chrome"), in: "")?.path == first.path("google-chrome"))
    }

    @Test("What cannot be run is no browser")
    func none() throws {
        let folder = try folder("other")
        try folder.makeFolder("chromium")
        try folder.write("chrome", "")
        #expect(BrowserProgram.find(in: folder.root) == nil)
        #expect(BrowserProgram.find(in: "") == nil)
        #expect(BrowserProgram.find(named: folder.path("nothing"), in: folder.root) == nil)
        #expect(BrowserProgram.find(named: "", in: folder.root) == nil)
    }

    private static let arguments = BrowserArguments(
        host: "lms.partner.com", port: 443, serverPort: 4001, closedPort: 4002, allowedHosts: ["cdn.example"],
        keyPin: "pin=", profile: "/tmp/p", time: 5_000, isRoot: false)

    @Test("The browser reaches the page's server, the hosts allowed, and a port where nobody listens")
    func reach() {
        let words = Self.arguments.words(url: "https://lms.partner.com/")
        #expect(
            words.contains(
                "--host-resolver-rules=MAP lms.partner.com:443 127.0.0.1:4001, MAP * ~NOTFOUND, EXCLUDE cdn.example"))
        #expect(words.contains("--proxy-server=http://127.0.0.1:4002"))
        #expect(words.contains("--proxy-bypass-list=<-loopback>;lms.partner.com:443;cdn.example"))
        #expect(words.contains("--dump-dom"))
        #expect(words.last == "https://lms.partner.com/")
    }

    @Test("The browser's own sandbox is given up for root alone", arguments: [true, false])
    func sandbox(_ isRoot: Bool) {
        let arguments = BrowserArguments(
            host: "h", port: 443, serverPort: 1, closedPort: 2, allowedHosts: [], keyPin: "", profile: "",
            time: 1, isRoot: isRoot)
        #expect(arguments.words(url: "").contains("--no-sandbox") == isRoot)
    }

    @Test("Nobody can listen at the closed port, and nobody does")
    func closedPort() throws {
        let port = try ClosedPort()
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port.number).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (isConnected, isBound) = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                (connect(socket, address, size) == 0, bind(socket, address, size) == 0)
            }
        }
        #expect(!isConnected)
        #expect(!isBound)
        #expect(port.number > 0)
    }

    @Test("A browser is ended for too much time, output and memory, and when nobody waits for it")
    func watch() {
        let start = ContinuousClock.now
        let watch = BrowserWatch(RenderLimits(time: .seconds(5), output: 100, memory: 1000), from: start)
        func objection(_ seconds: Int, _ output: Int, _ memory: Int, _ isInterrupted: Bool = false) -> RenderFailure? {
            watch.objection(
                at: start + .seconds(seconds), output: output, memory: memory, isInterrupted: isInterrupted)
        }
        #expect(objection(0, 0, 0) == nil)
        #expect(objection(4, 100, 1000) == nil)
        #expect(objection(5, 100, 1000) == .timedOut(.seconds(5)))
        #expect(objection(9, 101, 1001) == .tooLarge(limit: 100))
        #expect(objection(1, 0, 1001) == .tooMuchMemory(limit: 1000))
        #expect(objection(9, 101, 1001, true) == .interrupted)
    }

    @Test("A run gives the output, and leaves no process behind")
    func run() throws {
        let folder = try TemporaryFolder()
        try folder.write("chromium", "#!/bin/sh\nsleep 1000 & echo $! > '\(folder.path("child"))'\nprintf '<p>done'\n")
        chmod(folder.path("chromium"), 0o700)
        #expect(try output(of: folder) == Array("<p>done".utf8))
        let child = try #require(pid_t(try folder.text("child").trimmingCharacters(in: .newlines)))
        // It has been killed; how long the system takes for it is nobody's promise.
        while kill(child, 0) == 0, !Self.isDead(child) { sched_yield() }
    }

    @Test("A browser that fills memory with its output, or gives none, is told")
    func badRuns() throws {
        let folder = try TemporaryFolder()
        try folder.write("chromium", "#!/bin/sh\nwhile :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done\n")
        chmod(folder.path("chromium"), 0o700)
        #expect(throws: RenderFailure.tooLarge(limit: 1 << 20)) { try output(of: folder) }
        try folder.write("chromium", "#!/bin/sh\nexit 3\n")
        #expect(throws: RenderFailure.nothing) { try output(of: folder) }
        try folder.write("chromium", "#!/bin/sh\necho 'FATAL: No usable sandbox!' >&2; exit 3\n")
        #expect(throws: RenderFailure.noSandbox) { try output(of: folder) }
    }

    @Test("A browser that never ends is killed when its time is over, or when nobody waits for it")
    func endless() throws {
        let folder = try TemporaryFolder()
        try folder.write("chromium", "#!/bin/sh\ntrap '' INT TERM\nwhile :; do sleep 1; done\n")
        chmod(folder.path("chromium"), 0o700)
        #expect(throws: RenderFailure.timedOut(.zero)) { try output(of: folder, within: .zero) }
        #expect(throws: RenderFailure.interrupted) { try output(of: folder, isInterrupted: true) }
    }

    private func output(
        of folder: TemporaryFolder, within time: Duration = .seconds(60), isInterrupted: Bool = false
    ) throws -> [UInt8] {
        let profile = try BrowserProfile()
        defer { profile.remove() }
        let program = try #require(BrowserProgram.find(in: folder.root))
        let limits = RenderLimits(time: time, output: 1 << 20)
        return try BrowserRun(
            program: program, arguments: [], profile: profile, watch: BrowserWatch(limits, from: .now),
            isInterrupted: { isInterrupted }
        ).output()
    }

    /// A killed process whose parent has not taken its status yet.
    private static func isDead(_ process: pid_t) -> Bool {
        let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? "(x) Z"
        return status.contains(") Z") || status.contains(") X")
    }
}
