import Foundation

@testable import osteocom_sandbox

extension ScenarioFile {
    /// The scenario of a text, whose folders are beside the temporary files.
    static func reading(_ text: String) throws(ScenarioFault) -> Scenario {
        try ScenarioFile(folder: FileManager.default.temporaryDirectory).read(text)
    }
}
