extension Report {
    /// The report with a name in front of its paths, so that pages of several sites are kept apart.
    ///
    /// - Parameter name: stands in front of every path, with a slash behind it. URLs stay as they are.
    /// - Returns: the same report otherwise; fingerprints stay.
    public func named(_ name: String) -> Report {
        var report = self
        for index in embeds.indices { report.embeds[index].path = Self.path(embeds[index].path, in: name) }
        for index in findings.indices {
            report.findings[index].place = findings[index].place.map { Self.place($0, in: name) }
            report.findings[index].related = findings[index].related.map { Self.place($0, in: name) }
        }
        report.failures = failures.map {
            Failure(subject: Self.path($0.subject, in: name), reason: $0.reason, message: $0.message)
        }
        report.remarks = remarks.map { Remark(subject: Self.path($0.subject, in: name), message: $0.message) }
        report.skipped = skipped.map { Skip(subject: Self.path($0.subject, in: name), reason: $0.reason) }
        return report
    }

    private static func place(_ place: Place, in name: String) -> Place {
        Place(path: path(place.path, in: name), range: place.range)
    }

    private static func path(_ path: String, in name: String) -> String {
        path.hasPrefix("https://") || path.hasPrefix("http://") ? path : "\(name)/\(path)"
    }
}
