public import Foundation

/// A program that is not ours and reads what we write: xmllint, or Python with jsonschema, and published schemas.
public struct IndependentReader: Sendable {
    private static let schemas = ForeignProgram.package.appending(path: "../shared/data/schemas").standardizedFileURL

    /// What a test says that is skipped.
    public static let missing = "xmllint, python3 with jsonschema, or ../shared/data/schemas is not there"

    /// Holds a document against the usual schema of JUnit's XML.
    public static let junit = IndependentReader(
        program: .xmllint, arguments: ["--noout", "--nonet", "--schema", schemas.appending(path: "JUnit.xsd").path])

    /// Holds a document against the schema of SARIF 2.1.0.
    public static let sarif = IndependentReader(
        program: .python,
        arguments: ["-c", validation, schemas.appending(path: "sarif-schema-2.1.0.json").path])

    /// Holds a document against a schema of one's own.
    public static func json(schema: String) -> IndependentReader {
        IndependentReader(program: .python, arguments: ["-c", validation, schema])
    }

    private static let validation = """
        import json, jsonschema, sys
        schema, document = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
        validator = jsonschema.validators.validator_for(schema)
        validator.check_schema(schema)
        faults = list(validator(schema).iter_errors(document))
        for fault in faults[:5]: print(fault.json_path, fault.message[:200])
        sys.exit(1 if faults else 0)
        """

    private let program: ForeignProgram
    private let arguments: [String]

    /// Whether what it takes is installed.
    public func isThere() async throws -> Bool {
        guard let schema = arguments.last, FileManager.default.fileExists(atPath: schema) else { return false }
        guard arguments.first == "-c" else { return try await program.isThere() }
        return try await ForeignProgram.hasModules("jsonschema")
    }

    /// Lets the program read a document.
    ///
    /// - Returns: what it objects to; nothing where it takes the document.
    public func faults(in document: Data) async throws -> String {
        let folder = try TemporaryFolder()
        try folder.write("document", Array(document))
        let outcome = try await program.run(arguments + ["document"], in: folder)
        guard outcome.status != 0 else { return "" }
        return "status \(outcome.status)\n\(outcome.output.prefix(2000))\(outcome.errors.prefix(2000))"
    }
}
