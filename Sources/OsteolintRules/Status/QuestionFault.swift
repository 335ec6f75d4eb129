import OsteolintCore

/// What is wrong with a parameter that product-status was asked with, as far as it can be seen without asking.
struct QuestionFault {
    let name: ParameterName
    let message: String

    /// The faults of a question, in the order clientId, productId, partnerUserId.
    static func faults(of target: StatusTarget, in site: Site) -> [QuestionFault] {
        let question = target.question
        let values = [
            (ParameterName.clientID, question.clientID), (.productID, question.productID),
            (.partnerUserID, question.partnerUserID),
        ]
        return values.compactMap { name, value in
            message(about: name, asked: value, of: target.url, in: site).map { QuestionFault(name: name, message: $0) }
        }
    }

    private static func message(
        about name: ParameterName, asked value: String?, of url: EmbedURL, in site: Site
    ) -> String? {
        guard let value else { return "\(name.rawValue) is missing" }
        // A question may be asked in the name of another user than the page's.
        guard let parameter = url.parameter(name), parameter.field.value == value else { return nil }
        let fault =
            switch name {
            case .clientID: ClientID.fault(of: parameter, in: site.configuration.rendering)
            case .productID: ProductIDFault(parameter, in: site.configuration.rendering)?.message
            case .partnerUserID: parameter.placeholder.map { PlaceholderWording.message(parameter, $0) }
            }
        return fault ?? (parameter.value == value ? nil : "\(name.rawValue) has spaces around it")
    }
}
