import OsteolintCore

extension StatusRule {
    /// A finding about a question: at the first of its embeds, with the others as further places.
    ///
    /// - Parameters:
    ///   - message: what is wrong.
    ///   - target: the question.
    ///   - name: the parameter at fault, where the finding stands if the embed has it; else it stands at the tag.
    ///   - help: who has to act, and what to send them.
    /// - Returns: the finding; without a place where the question is not an embed's.
    func finding(
        _ message: String, about target: StatusTarget, at name: ParameterName? = nil, help: String
    ) -> Finding {
        let places = target.embeds.map { $0.place(ofAsked: name) }
        let question = target.question
        return finding(
            message, at: places.first, embed: target.embeds.first, help: help, related: Array(places.dropFirst()),
            fault: "\(question.clientID ?? "") \(question.productID?.lowercased() ?? "")")
    }
}

extension Embed {
    /// A parameter as the card sends it, as a place; the tag where there is none under its exact name.
    func place(ofAsked name: ParameterName?) -> Place {
        guard let parameter = name.flatMap(judgedParameter), !parameter.isMisspelled else { return place }
        return place(of: parameter)
    }
}
