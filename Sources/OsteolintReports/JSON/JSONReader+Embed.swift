import OsteolintCore
import PlacedJSON

extension JSONReader {
    private enum EnvironmentKind: String {
        case production, test, custom
    }

    /// An embed.
    mutating func embed() throws(JSONFault) -> ReportedEmbed {
        var texts: [String: String] = [:]
        var line: Int?
        var column: Int?
        var state: Frame.State?
        var environment: EnvironmentKind?
        var isRendered = false
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "path", "element", "context", "src", "url": texts[name] = try text()
            case "clientId", "productId", "partnerUserId": texts[name] = try textOrNull()
            case "line": line = try integer(Self.positions)
            case "column": column = try integer(Self.positions)
            case "state": state = try word()
            case "environment": environment = try wordOrNull()
            case "rendered": isRendered = try boolean()
            default: try skip()
            }
        }
        let location = SourceLocation(line: try needed(line, "line"), column: try needed(column, "column"))
        return ReportedEmbed(
            path: try needed(texts["path"], "path"), location: location,
            element: try needed(texts["element"], "element"), state: try needed(state, "state").rawValue,
            context: try needed(texts["context"], "context"), src: try needed(texts["src"], "src"),
            url: try needed(texts["url"], "url"), environment: environment?.rawValue, clientID: texts["clientId"],
            productID: texts["productId"], partnerUserID: texts["partnerUserId"], isRendered: isRendered)
    }
}
