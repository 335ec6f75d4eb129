import Crypto
import Foundation
import OsteocomAPI

extension Product {
    /// The course as the catalogue shows it: every documented field, made up where the scenario does not say it.
    var channel: Channel {
        Channel(
            idChannel: id, title: title, subtitle: subtitle ?? "A course for practitioners",
            htmlDescription: htmlDescription ?? "<p>\(HTMLText.escape(title))</p>", price: price,
            cover: cover ?? Self.file("covers/\(id).jpg"), background: background ?? Self.file("backgrounds/\(id).jpg"),
            trailer: trailer ?? Self.file("trailers/\(id).mp4"), authors: authors ?? [Self.someAuthor], video: lessons)
    }

    /// The lessons of the course.
    var lessons: [Channel.Video] {
        videos ?? [Channel.Video(videoId: someVideoID, title: title, duration: 1800, videoQuality: "FULL_HD")]
    }

    /// 24 hexadecimal digits that are the same in every run, and other than those of the course.
    private var someVideoID: String {
        let digest = SHA256.hash(data: Data("video of \(id)".utf8)).prefix(12)
        return digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static let someAuthor = Channel.Author(name: "A. Practitioner", image: file("authors/a-practitioner.jpg"))

    /// A URL at a host that is nobody's (RFC 2606), since nothing is there to be fetched.
    private static func file(_ path: String) -> String { "https://cdn.osteocom.example/\(path)" }
}
