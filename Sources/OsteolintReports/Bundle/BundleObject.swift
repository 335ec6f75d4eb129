import WebURL

/// An object in the JSON of a bundle, read member by member; whatever is wrong is thrown with its place.
struct BundleObject {
    struct Member: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    /// No number in a bundle is larger: places, times, counts.
    private static let largest = Int(Int32.max)

    private let members: KeyedDecodingContainer<Member>

    init(_ decoder: any Decoder) throws {
        members = try decoder.container(keyedBy: Member.self)
    }

    private init(_ members: KeyedDecodingContainer<Member>) {
        self.members = members
    }

    /// Whether there is a member of a name that is not null.
    func has(_ name: String) -> Bool {
        (try? !members.decodeNil(forKey: Member(name))) ?? false
    }

    /// A fault of a member.
    func fault(_ name: String, _ message: String) -> BundleFault {
        BundleFault(at: members.codingPath + [Member(name)], "\(message); \(BundleFault.cure)")
    }

    /// A fault of an item of a member.
    func fault(_ name: String, item: Int, _ message: String) -> BundleFault {
        BundleFault(at: members.codingPath + [Member("\(name)[\(item)]")], "\(message); \(BundleFault.cure)")
    }
}

// MARK: - Members

extension BundleObject {
    func text(_ name: String) throws -> String { try members.decode(String.self, forKey: Member(name)) }

    func textIfAny(_ name: String) throws -> String? { has(name) ? try text(name) : nil }

    func texts(_ name: String) throws -> [String] { try members.decode([String].self, forKey: Member(name)) }

    func flag(_ name: String) throws -> Bool { try members.decode(Bool.self, forKey: Member(name)) }

    func number(_ name: String, from least: Int = 0) throws -> Int {
        let number = try members.decode(Int.self, forKey: Member(name))
        guard (least...Self.largest).contains(number) else { throw fault(name, "is out of range") }
        return number
    }

    func numberIfAny(_ name: String, from least: Int = 0) throws -> Int? {
        has(name) ? try number(name, from: least) : nil
    }

    /// Indexes into something that has so many items.
    func indexes(_ name: String, below count: Int) throws -> [Int] {
        let numbers = try members.decode([Int].self, forKey: Member(name))
        for (item, number) in numbers.enumerated() where !(0..<count).contains(number) {
            throw fault(name, item: item, "is no index of anything")
        }
        return numbers
    }

    /// An index into something that has so many items.
    func index(_ name: String, below count: Int) throws -> Int {
        let number = try number(name)
        guard number < count else { throw fault(name, "is no index of anything") }
        return number
    }

    /// A time in seconds.
    func seconds(_ name: String) throws -> Double {
        let seconds = try members.decode(Double.self, forKey: Member(name))
        guard seconds >= 0, seconds <= Double(Self.largest) else { throw fault(name, "is out of range") }
        return seconds
    }

    /// A word of a closed list.
    func word<Value: RawRepresentable<String>>(_ name: String) throws -> Value {
        guard let value = Value(rawValue: try text(name)) else {
            throw fault(name, "has a value that this osteolint does not know")
        }
        return value
    }

    func wordIfAny<Value: RawRepresentable<String>>(_ name: String) throws -> Value? {
        has(name) ? try word(name) : nil
    }

    func url(_ name: String) throws -> WebURL {
        guard let url = WebURL(try text(name)) else { throw fault(name, "is no URL") }
        return url
    }

    func origin(_ name: String) throws -> Origin {
        guard let origin = Origin(serialized: try text(name)) else { throw fault(name, "is no origin") }
        return origin
    }

    func origins(_ name: String) throws -> [Origin] {
        try texts(name).enumerated().map { item, text in
            guard let origin = Origin(serialized: text) else { throw fault(name, item: item, "is no origin") }
            return origin
        }
    }

    func object(_ name: String) throws -> BundleObject {
        BundleObject(try members.nestedContainer(keyedBy: Member.self, forKey: Member(name)))
    }

    func objectIfAny(_ name: String) throws -> BundleObject? { has(name) ? try object(name) : nil }

    /// The items of an array of objects.
    func objects<Value>(_ name: String, _ read: (BundleObject) throws -> Value) throws -> [Value] {
        var items = try members.nestedUnkeyedContainer(forKey: Member(name))
        var values: [Value] = []
        while !items.isAtEnd { values.append(try read(BundleObject(try items.nestedContainer(keyedBy: Member.self)))) }
        return values
    }
}
