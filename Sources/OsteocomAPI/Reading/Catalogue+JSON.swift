import Foundation
public import OsteolintCore

extension Catalogue {
    /// More channels than this are no catalogue.
    static let mostChannels = 100_000
    private static let longestID = 200
    private static let longestTitle = 200

    /// Reads what `contentLicensing_catalog` returns, or a file that holds it: an object with `catalog`, or the array
    /// alone.
    ///
    /// Only `idChannel` has to be there; what else is in a channel beside its title is not looked at.
    ///
    /// - Throws: `CatalogueFault` where it is no catalogue.
    public init(json bytes: [UInt8], clientID: String, source: Source) throws(CatalogueFault) {
        guard let document = JSONBytes(bytes) else { throw .notJSON }
        let entries = try Self.entries(in: document)
        guard entries.count <= Self.mostChannels else { throw .tooMany(limit: Self.mostChannels) }
        var channels: [Channel] = []
        for (index, entry) in entries.enumerated() {
            guard let id = entry.idChannel, (1...Self.longestID).contains(id.utf8.count) else {
                throw .noID(position: index + 1)
            }
            let title = String(String.UnicodeScalarView(entry.title.unicodeScalars.prefix(Self.longestTitle)))
            channels.append(Channel(id: id, title: title))
        }
        self.init(clientID: clientID, channels: channels, source: source)
    }

    private static func entries(in document: JSONBytes) throws(CatalogueFault) -> [Entry] {
        do {
            let decoder = JSONDecoder()
            guard document.first == UInt8(ascii: "[") else {
                return try decoder.decode(Answer.self, from: document.data).catalog
            }
            return try decoder.decode([Entry].self, from: document.data)
        } catch DecodingError.dataCorrupted {
            throw .notJSON
        } catch {
            throw .noCatalogue
        }
    }

    private struct Answer: Decodable {
        let catalog: [Entry]
    }

    /// A channel, of which anything may be missing or of another type.
    private struct Entry: Decodable {
        let idChannel: String?
        let title: String

        private enum CodingKeys: String, CodingKey {
            case idChannel
            case title
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            idChannel = try? members.decode(String.self, forKey: .idChannel)
            title = (try? members.decode(String.self, forKey: .title)) ?? ""
        }
    }
}

extension Catalogue {
    /// Reads the answer of `contentLicensing_catalog`.
    ///
    /// - Throws: `FetchFailure` where it is not the documented one. Nothing of the content is quoted.
    public init(_ response: APIResponse, clientID: String) throws(FetchFailure) {
        if response.status == 401 { throw .loginRefused(status: response.status) }
        if let failure = response.failure() { throw failure }
        do throws(CatalogueFault) {
            try self.init(json: response.body, clientID: clientID, source: .api)
        } catch {
            throw response.failure(at: nil, error.message)
        }
    }
}
