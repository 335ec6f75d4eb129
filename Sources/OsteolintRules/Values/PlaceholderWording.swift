import OsteolintCore

/// Says what stands in a parameter instead of a value.
enum PlaceholderWording {
    /// A sentence about a parameter of which a placeholder was recognised.
    static func message(_ parameter: EmbedParameter, _ placeholder: Placeholder) -> String {
        let name = parameter.name.rawValue
        let text = Quoted.text(trimmed(parameter.field.rawValue))
        switch placeholder {
        case .empty: return "\(name) is empty"
        case .template(let language):
            return
                "\(name) still holds a template's expression, \(text), that nothing has filled in (`\(language.rawValue)`)"
        case .scriptValue: return "\(name) is \(text), which scripts write where there is no value"
        case .stockWord: return "\(name) is \(text), which is nobody's id"
        case .standIn: return "\(name) is \(text), a name that stands for a value"
        case .documentationSample: return "\(name) is \(text), a sample of the documentation"
        }
    }

    private static func trimmed(_ text: String) -> Substring {
        let text = text.drop { $0 == " " }
        return text.lastIndex { $0 != " " }.map { text[...$0] } ?? ""
    }
}
