import OsteolintCore

/// The two lists of fields that Apache keeps for an answer.
struct ApacheFields {
    private var success = GivenFields()
    private var always = GivenFields()

    /// Does what a directive says.
    mutating func take(_ directive: ApacheDirective) {
        switch directive.list {
        case .success: Self.take(directive.action, into: &success)
        case .always: Self.take(directive.action, into: &always)
        }
    }

    private static func take(_ action: ApacheDirective.Action, into fields: inout GivenFields) {
        switch action {
        case .step(let step): fields.take(step)
        case .setIfEmpty(let field):
            if !fields.fields.contains(where: { $0.name == field.name }) { fields.take(.add(field)) }
        case .edit(let name, let remark):
            guard fields.fields.contains(where: { $0.name == name.rawValue }) else { return }
            fields.take(.remove(name))
            fields.take(.doubt(remark))
        }
    }

    /// What goes with a page.
    var all: GivenFields {
        var all = success
        all.formUnion(always)
        return all
    }
}
