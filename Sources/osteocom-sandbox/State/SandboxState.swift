import Foundation
import WholeFiles
import Synchronization

/// Who has bought what; what partners change by using the stand-in.
///
/// Changes happen one after the other, and each is in the file, if there is one, before it can be seen.
final class SandboxState: Sendable {
    private struct Kept {
        var records: Records
        /// Whether the last change could not be written.
        var hasFailed = false
    }

    /// The key that tokens are signed with.
    let signingKey: Data
    private let kept: Mutex<Kept>
    private let file: StateFile?
    private let now: @Sendable () -> Date

    /// A state in memory.
    init(purchases: [Purchase] = [], now: @escaping @Sendable () -> Date = { Date() }) {
        var records = Records()
        records.merge(purchases, at: now().wholeSeconds)
        signingKey = records.signingKey
        kept = Mutex(Kept(records: records))
        file = nil
        self.now = now
    }

    /// A state that is kept in a file, which is read, or made where there is none.
    init(
        file: StateFile, purchases: [Purchase], now: @escaping @Sendable () -> Date = { Date() }
    ) throws(StartError) {
        var records = try file.read() ?? Records()
        records.merge(purchases, at: now().wholeSeconds)
        do {
            try file.write(records)
        } catch {
            throw .cannotWriteState(path: file.path, reason: error.reason)
        }
        signingKey = records.signingKey
        kept = Mutex(Kept(records: records))
        self.file = file
        self.now = now
    }

    /// Whether a customer of a client has an active activation for a product.
    func isActive(_ productID: String, for userID: String, of clientID: String) -> Bool {
        let activation = customer(CustomerID(clientID: clientID, userID: userID))?.activation(of: productID)
        return activation.map { $0.cancellationDate == nil } ?? false
    }

    /// A customer, if anything is known of them.
    func customer(_ id: CustomerID) -> Customer? { kept.withLock { $0.records.customers[id] } }

    /// Records a purchase; of one that is active already only the price changes.
    ///
    /// - Returns: whether it is recorded: false where the file cannot be written.
    @discardableResult
    func activate(_ productID: String, price: Int, for userID: String, of clientID: String) -> Bool {
        let date = now().wholeSeconds
        let id = CustomerID(clientID: clientID, userID: userID)
        do {
            try change { $0[id].buy(productID, price: price, at: date) }
            return true
        } catch {
            return false
        }
    }

    /// Changes what is known of a customer, who may be a new one.
    func changeCustomer<Result>(
        _ id: CustomerID, _ body: (inout Customer, _ date: Date) -> Result
    ) throws(FileReplacement.Failure) -> Result {
        let date = now().wholeSeconds
        return try change { body(&$0[id], date) }
    }

    /// Takes a course away, and returns since when it is; nil where it was never bought.
    func cancel(_ productID: String, for id: CustomerID) throws(FileReplacement.Failure) -> Date? {
        guard customer(id)?.activation(of: productID) != nil else { return nil }
        return try changeCustomer(id) { $0.cancel(productID, at: $1) }
    }

    private func change<Result>(_ body: (inout Records) -> Result) throws(FileReplacement.Failure) -> Result {
        try kept.withLock { kept throws(FileReplacement.Failure) in
            var records = kept.records
            let result = body(&records)
            try keep(records, &kept)
            return result
        }
    }

    private func keep(_ records: Records, _ kept: inout Kept) throws(FileReplacement.Failure) {
        do throws(FileReplacement.Failure) {
            if records.customers != kept.records.customers { try file?.write(records) }
        } catch {
            if !kept.hasFailed {
                StandardStreams.complain(
                    "osteocom-sandbox: cannot write the state to \(file?.path ?? ""): \(error.reason); "
                        + "until it can be, purchases and revocations are answered with 500")
            }
            kept.hasFailed = true
            throw error
        }
        kept.hasFailed = false
        kept.records = records
    }
}

extension Date {
    /// The date without fractions of a second, as files and answers have it.
    var wholeSeconds: Date { Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.down)) }
}
