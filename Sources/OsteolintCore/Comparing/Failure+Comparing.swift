extension Failure {
    /// Nothing was compared, which must not look like a pass.
    init(nothingInCommon before: Render, _ after: Render) {
        self.init(
            subject: "\(before.name) \(after.name)", reason: .noInput,
            message:
                "no page is in both renders; pages are matched by their paths below the two folders, so render the "
                + "same pages twice and name the folders that hold them")
    }

    /// A page with embeds is in one render only.
    init(pageOf embed: Embed, missingIn render: Render) {
        self.init(
            subject: embed.path, reason: .notComparable,
            message: "this page with an embed is not in \(render.name), so its partnerUserId was not compared; "
                + "render the same pages twice")
    }

    /// An embed has no counterpart.
    init(_ embed: Embed, missingIn render: Render) {
        self.init(
            subject: embed.path, reason: .notComparable,
            message: "the embed \(embed.spot) is not in the page of \(render.name), so its partnerUserId was not "
                + "compared; embeds are matched by their productId: render both pages from the same content")
    }

    /// An embed carries nothing that could be compared.
    init(withoutUser embed: Embed) {
        let placeholder = embed.judgedParameter(.partnerUserID)?.placeholder
        let fault = placeholder == nil ? "carries no partnerUserId" : "carries a placeholder for a partnerUserId"
        self.init(
            subject: embed.path, reason: .notComparable,
            message: "the embed \(embed.spot) \(fault) that could be compared; render the page for a signed-in user, "
                + "and run `osteolint check` on it")
    }
}

extension Embed {
    fileprivate var spot: String { "at line \(tag.start.line), column \(tag.start.column)" }
}
