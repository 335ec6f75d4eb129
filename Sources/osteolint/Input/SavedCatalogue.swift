import OsteocomAPI
import OsteolintCore

/// A catalogue in a file, as `contentLicensing_catalog` returned it.
struct SavedCatalogue {
    /// The largest file that is read, in bytes.
    private static let limit = 32 << 20

    private let catalogue: Catalogue

    /// Reads a file.
    ///
    /// - Throws: `UsageError` where it cannot be read, or is no catalogue.
    init(path: String) throws(UsageError) {
        let bytes: [UInt8]
        do throws(InputError) {
            bytes = try InputReader(limit: Self.limit).readAll(path)
        } catch {
            throw UsageError("--catalog \(path): \(error.message)")
        }
        do throws(CatalogueFault) {
            catalogue = try Catalogue(json: bytes, clientID: "", source: .file(path: path))
        } catch {
            throw UsageError("--catalog \(path): \(error.message)")
        }
    }

    /// The catalogue as that of a partner; the file does not say whose it is.
    func catalogue(of owner: CatalogueOwner) -> Catalogue {
        Catalogue(clientID: owner.clientID, channels: catalogue.channels, source: catalogue.source)
    }
}
