/// Parts of the examples about scripts.
enum SampleScript {
    /// A correct URL, as a script's string has it.
    static let url =
        "https://www.osteocom.me/embed/course?\(ParameterMarkup.client)&\(ParameterMarkup.product)&"
        + ParameterMarkup.user
    /// A URL that lacks the user's id, up to that.
    static let urlOfUser =
        "https://www.osteocom.me/embed/course?\(ParameterMarkup.client)&\(ParameterMarkup.product)&partnerUserId="
    /// A correct embed in a string between apostrophes.
    static let iframe = #"<iframe src="\#(SampleEmbed.url)" title="Pelvic floor course"></iframe>"#
}
