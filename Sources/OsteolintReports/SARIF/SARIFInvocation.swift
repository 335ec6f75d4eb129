import OsteolintCore

extension JSONWriter {
    /// Writes how the run went (SARIF, section 3.20): what could not be checked, what was not tried, what to know.
    func invocation(_ report: Report) {
        member("executionSuccessful", report.isWhole)
        member("exitCode", Int(report.exitStatus))
        array("toolExecutionNotifications", report.notifications) { notification in
            object { members(of: notification) }
        }
    }

    private func members(of notification: SARIFNotification) {
        object("descriptor") { member("id", notification.id) }
        member("level", notification.level)
        message(notification.text)
        guard let file = notification.file else { return }
        array("locations", CollectionOfOne(file)) { file in
            object {
                object("physicalLocation") {
                    var artifacts = SARIFArtifacts()
                    artifacts.write(file, to: self)
                }
            }
        }
    }
}

/// Something to say about the run (SARIF, section 3.58).
private struct SARIFNotification {
    let id: String
    let level: String
    let text: String
    var file: String?
}

extension Report {
    /// Whether all was checked, or what was not is passed over.
    fileprivate var isWhole: Bool {
        exitStatus < 2 && (failures.isEmpty || passesInconclusive)
    }

    fileprivate var notifications: some Sequence<SARIFNotification> {
        let level = passesInconclusive ? "warning" : "error"
        let failures = failures.lazy.map { failure in
            SARIFNotification(
                id: "failure/\(failure.reason.rawValue)", level: level,
                text: "could not be checked: \(failure.subject): \(failure.message)", file: failure.file)
        }
        let skipped = skipped.lazy.map { skip in
            SARIFNotification(
                id: "skipped/\(skip.reason.rawValue)", level: "note",
                text: "was not asked: \(skip.subject): \(skip.reason.explanation)")
        }
        let remarks = remarks.lazy.map { remark in
            SARIFNotification(id: "remark", level: "note", text: "\(remark.subject): \(remark.message)")
        }
        return [AnySequence(failures), AnySequence(skipped), AnySequence(remarks)].joined()
    }
}
