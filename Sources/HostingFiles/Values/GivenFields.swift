import OsteolintCore

/// What a page gets, while a file's steps are gone through.
struct GivenFields: Sendable {
    private(set) var fields: [PageField] = []
    private(set) var remarks: [Remark] = []

    /// Does a step.
    mutating func take(_ step: FieldStep) {
        switch step {
        case .add(let field): fields.append(field)
        case .set(let field):
            fields.removeAll { $0.name == field.name }
            fields.append(field)
        case .remove(let name): fields.removeAll { $0.name == name.rawValue }
        case .doubt(let remark): if !remarks.contains(remark) { remarks.append(remark) }
        }
    }

    /// Adds what is not there yet of what the same page gets under another of its paths.
    mutating func formUnion(_ other: GivenFields) {
        fields += other.fields.filter { !fields.contains($0) }
        remarks += other.remarks.filter { !remarks.contains($0) }
    }
}
