/// Documents that several rules refer to.
enum References {
    static let embed = "Osteocom, Iframe integration: Reference"
    static let frequentQuestions = "Osteocom, Frequently asked questions"
    static let url = "URL Standard, https://url.spec.whatwg.org/"
    static let iframe =
        "HTML Standard, The iframe element, "
        + "https://html.spec.whatwg.org/multipage/iframe-embed-object.html#the-iframe-element"
    static let parsing = "HTML Standard, Parsing HTML documents, https://html.spec.whatwg.org/multipage/parsing.html"
    static let scripting = "HTML Standard, Scripting, https://html.spec.whatwg.org/multipage/scripting.html"
}
