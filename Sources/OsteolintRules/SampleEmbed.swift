/// Parts of the examples of rules that do not look at the parameters, as a page's markup has them.
enum SampleEmbed {
    /// The three parameters, correct.
    static let ids = "clientId=kT4mRZ81qLwYc0dXaB2e&amp;productId=66d579675f2a4b8c9df15e43&amp;partnerUserId=u-48213"
    /// A correct URL.
    static let url = "https://www.osteocom.me/embed/course?" + ids
    /// A correct URL of the Test environment.
    static let testURL = "https://test.osteocom.me/embed/course?" + ids
    /// A correct embed.
    static let iframe = #"<iframe src="\#(url)" title="Pelvic floor course"></iframe>"#
}
