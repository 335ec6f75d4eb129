import ArgumentParser
import Foundation
import OsteolintNetwork

/// How product-status is asked, and how much of it.
struct StatusOptions: ParsableArguments {
    @Option(name: .customLong("max-requests"), help: "How many product-status requests to make at the most.")
    var maximalRequests = GovernorLimits().requests

    @Option(
        name: .customLong("max-wait"),
        help: "Seconds to wait at the most in the whole run, for the steady rate and for Osteocom's rate limit.")
    var maximalWait = GovernorLimits().waitSeconds

    @Option(help: "How many product-status requests may go out at once, before the steady rate begins.")
    var burst = GovernorLimits().burst

    @Option(name: .customLong("requests-per-minute"), help: "The steady rate of product-status requests.")
    var requestsPerMinute = 60 / GovernorLimits().secondsPerRequest

    @Option(
        name: .customLong("status-user"),
        help: ArgumentHelp(
            "Ask product-status with this partnerUserId instead of those in the embeds.",
            discussion: "Use one that belongs to nobody.", valueName: "id"))
    var user: String?

    @Option(
        name: .customLong("resume"),
        help: ArgumentHelp(
            "Keep in this file what was answered, and go on there next time.",
            discussion: "Removed when nothing is open any more.", valueName: "file"),
        completion: .file())
    var resumeFile: String?

    @Option(
        name: .customLong("cache"),
        help: ArgumentHelp("Keep the answers that passed in this file, and do not ask them again.", valueName: "file"),
        completion: .file())
    var cacheFile: String?

    @Option(name: .customLong("cache-lifetime"), help: "Seconds for which a cached answer counts.")
    var cacheLifetime = StatusCache.usualLifetime

    func validate() throws {
        guard maximalRequests >= 0 else { throw ValidationError("--max-requests takes a number from 0 on") }
        guard maximalWait >= 0, maximalWait <= 86_400 else {
            throw ValidationError("--max-wait takes seconds, from 0 to 86400")
        }
        guard 1...1000 ~= burst else { throw ValidationError("--burst takes a number from 1 to 1000") }
        guard requestsPerMinute > 0, requestsPerMinute <= 60_000 else {
            throw ValidationError("--requests-per-minute takes a number, more than 0 and up to 60000")
        }
        guard user != "" else { throw ValidationError("--status-user takes an id that is not empty") }
        guard cacheLifetime > 0 else {
            throw ValidationError("--cache-lifetime takes seconds, more than 0")
        }
        guard resumeFile == nil || Self.place(resumeFile) != Self.place(cacheFile) else {
            throw ValidationError("--resume and --cache name the same file; give each one of its own")
        }
    }

    /// Where a file is, whatever way its path takes.
    private static func place(_ path: String?) -> String? {
        path.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path }
    }

    var limits: GovernorLimits {
        var limits = GovernorLimits()
        limits.requests = maximalRequests
        limits.waitSeconds = maximalWait
        limits.burst = burst
        limits.secondsPerRequest = 60 / requestsPerMinute
        return limits
    }

    /// What earlier runs found out.
    ///
    /// - Throws: `UsageError` where a file cannot be used.
    func memory() throws(UsageError) -> StatusMemory {
        do throws(AnswerFileFault) {
            var cache: StatusCache?
            if let cacheFile { cache = try StatusCache(path: cacheFile, lifetime: cacheLifetime) }
            var resume: ResumeFile?
            if let resumeFile { resume = try ResumeFile(path: resumeFile) }
            return StatusMemory(cache: cache, resume: resume)
        } catch {
            throw UsageError(error.message)
        }
    }
}
