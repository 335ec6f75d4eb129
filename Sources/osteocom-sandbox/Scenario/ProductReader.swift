import OsteocomAPI
import WebURL
import Yams

/// Reads the courses of a catalogue, or of nobody's.
enum ProductReader {
    private static let keys = [
        "id", "title", "price", "subtitle", "description", "cover", "background", "trailer", "authors", "videos",
    ]

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - items: the courses.
    ///   - whole: what they stand in, for messages, such as `this client`.
    /// - Returns: the courses in the order of the file.
    /// - Throws: `ScenarioFault`.
    static func read(_ items: [Node], in whole: String) throws(ScenarioFault) -> [Product] {
        var products: [Product] = []
        for item in items {
            let product = try product(item)
            guard !products.contains(where: { $0.id == product.id }) else {
                throw ScenarioFault(item, "product `\(product.id)` stands twice in \(whole); keep one of them")
            }
            products.append(product)
        }
        return products
    }

    /// The product id that a node holds, in lower case.
    static func productID(_ node: Node, of key: String) throws(ScenarioFault) -> String {
        let text = try node.text(of: key)
        guard let id = Product.normalizedID(text) else {
            throw ScenarioFault(node, "`\(text)` is no product id; write 24 hexadecimal digits")
        }
        return id
    }

    private static func product(_ node: Node) throws(ScenarioFault) -> Product {
        let mapping = try ScenarioMapping(node, of: "a product", keys: keys)
        var product = Product(
            id: try productID(try mapping.required("id", in: "a product"), of: "id"),
            title: try mapping.requiredText("title", in: "a product"),
            price: try mapping.integer("price", in: 0...1_000_000) ?? 0)
        product.subtitle = try mapping.text("subtitle")
        product.htmlDescription = try mapping.text("description")
        product.cover = try url("cover", in: mapping)
        product.background = try url("background", in: mapping)
        product.trailer = try url("trailer", in: mapping)
        if mapping["authors"] != nil { product.authors = try authors(mapping.items("authors")) }
        if mapping["videos"] != nil { product.videos = try videos(mapping.items("videos")) }
        return product
    }

    private static func authors(_ items: [Node]) throws(ScenarioFault) -> [Channel.Author] {
        var authors: [Channel.Author] = []
        for item in items {
            let mapping = try ScenarioMapping(item, of: "an author", keys: ["name", "image"])
            authors.append(
                Channel.Author(
                    name: try mapping.requiredText("name", in: "an author"),
                    image: try url("image", in: mapping) ?? "https://cdn.osteocom.example/authors/nobody.jpg"))
        }
        return authors
    }

    private static func videos(_ items: [Node]) throws(ScenarioFault) -> [Channel.Video] {
        var videos: [Channel.Video] = []
        for item in items {
            let mapping = try ScenarioMapping(item, of: "a video", keys: ["id", "title", "duration", "quality"])
            let id = try mapping.requiredText("id", in: "a video")
            guard !videos.contains(where: { $0.videoId == id }) else {
                throw ScenarioFault(item, "video `\(id)` stands twice in this product; keep one of them")
            }
            videos.append(
                Channel.Video(
                    videoId: id, title: try mapping.text("title") ?? "Lesson \(videos.count + 1)",
                    duration: try mapping.integer("duration", in: 0...1_000_000) ?? 1800,
                    videoQuality: try mapping.text("quality") ?? "FULL_HD"))
        }
        return videos
    }

    private static func url(_ name: String, in mapping: ScenarioMapping) throws(ScenarioFault) -> String? {
        guard let node = mapping[name] else { return nil }
        let text = try node.text(of: name)
        guard WebURL(text) != nil else {
            throw ScenarioFault(node, "`\(text)` is no URL; write it whole, such as `https://cdn.example/file.jpg`")
        }
        return text
    }
}
