/// Which names of a script stand for one value, and where that value is written.
///
/// A name counts where it is declared in a block around its use and assigned once, or assigned once in the whole
/// script. What hides it in between, such as a parameter of the same name, makes it unknown.
struct ScriptBindings: Sendable {
    /// A name with its value.
    struct Binding: Sendable, Hashable {
        /// The token of the name where its value is written.
        let name: Int
        /// The first token of the value.
        let value: Int
        /// The first tokens of what `+=` appends to it before it is used.
        let appended: [Int]
    }

    /// A name in a block.
    private struct Key: Hashable {
        let name: UInt64
        let block: Int
    }

    /// What is declared under a name in a block.
    private struct Declaration {
        let name: Int
        /// The first token of the value, or none.
        let value: Int
        let isConstant: Bool
        var isRepeated = false
    }

    /// How many blocks are looked through for a name.
    private static let mostBlocks = 200

    private let tokens: ScriptTokens
    private var declarations: [Key: Declaration] = [:]
    /// The names that are written to, by name, in order.
    private var writes: [UInt64: [Int]] = [:]
    private var functions: [Key: Int] = [:]
    /// The arrows of functions whose body is an expression, by the bracket that they stand in, in order.
    private var arrows: [Int: [Int]] = [:]

    init(_ tokens: ScriptTokens) {
        self.tokens = tokens
        // Brackets in which a list of declarations goes on.
        var lists: Set<Int> = []
        for index in 0..<tokens.count {
            let token = tokens[index]
            switch token.kind {
            case .identifier: readName(index, &lists)
            case .punctuator where token.end - token.start == 1:
                let byte = tokens.text[token.start]
                if byte == UInt8(ascii: ";") { lists.remove(token.parent) }
            case .punctuator where tokens.says(index, "=>") && !tokens.says(index + 1, "{"):
                arrows[token.parent, default: []].append(index)
            default: break
            }
        }
    }

    private mutating func readName(_ index: Int, _ lists: inout Set<Int>) {
        let previous = index - 1
        guard !tokens.isPoint(previous) else { return }
        if tokens.says(previous, "function"), tokens.says(index + 1, "(") {
            functions[Key(name: tokens.hash(index), block: block(around: index))] = index + 1
            return
        }
        let parent = tokens[index].parent
        let isConstant = tokens.says(previous, "const")
        let isFirst = isConstant || tokens.says(previous, "let") || tokens.says(previous, "var")
        if isFirst { lists.insert(parent) }
        let isDeclared = isFirst || tokens.says(previous, ",") && lists.contains(parent)
        if isDeclared {
            declare(index, isConstant: isConstant)
        } else if isWritten(index) {
            writes[tokens.hash(index), default: []].append(index)
        }
    }

    private mutating func declare(_ index: Int, isConstant: Bool) {
        let key = Key(name: tokens.hash(index), block: block(around: index))
        // A type may stand between.
        let isTyped =
            tokens.says(index + 1, ":") && tokens.isKind(index + 2, .identifier) && tokens.says(index + 3, "=")
        let value = tokens.says(index + 1, "=") ? index + 2 : isTyped ? index + 4 : ScriptToken.none
        if declarations[key] != nil {
            declarations[key]?.isRepeated = true
        } else {
            declarations[key] = Declaration(name: index, value: value, isConstant: isConstant)
        }
    }

    /// Whether a value is assigned to a name, in whatever way.
    private func isWritten(_ index: Int) -> Bool {
        if tokens.isKind(index + 1, .punctuator) {
            let bytes = tokens.bytes(index + 1)
            if bytes.last == UInt8(ascii: "=") {
                return !["==", "===", "!=", "!==", "<=", ">="].contains { bytes.elementsEqual($0.utf8) }
            }
            if tokens.says(index + 1, "++") || tokens.says(index + 1, "--") { return true }
        }
        return tokens.says(index - 1, "++") || tokens.says(index - 1, "--")
    }

    /// The brace that a token stands in, or none.
    private func block(around index: Int) -> Int {
        var parent = tokens[index].parent
        var steps = 0
        while parent != ScriptToken.none, !tokens.says(parent, "{"), steps < Self.mostBlocks {
            parent = tokens[parent].parent
            steps += 1
        }
        return parent
    }
}

// MARK: - Looking up

extension ScriptBindings {
    /// The value of a name where it is used, or nil.
    func binding(of use: Int) -> Binding? {
        let name = tokens.hash(use)
        var child = use
        for _ in 0..<Self.mostBlocks {
            let parent = tokens[child].parent
            if isParameter(use, ofArrowBefore: child, in: parent) { return nil }
            guard parent == ScriptToken.none || tokens.says(parent, "{") else {
                child = parent
                continue
            }
            if let declaration = declarations[Key(name: name, block: parent)], tokens.areAlike(declaration.name, use) {
                return binding(declaration, in: parent, of: use)
            }
            guard parent != ScriptToken.none else { break }
            if isParameter(use, ofFunctionWith: parent) { return nil }
            child = parent
        }
        return soleWrite(name, of: use)
    }

    /// The bracket of the parameters of a function that is declared under a name, where it is used; or nil.
    func function(of use: Int) -> Int? {
        let name = tokens.hash(use)
        var block = block(around: use)
        for _ in 0..<Self.mostBlocks {
            if let function = functions[Key(name: name, block: block)] { return function }
            guard block != ScriptToken.none else { return nil }
            block = self.block(around: block)
        }
        return nil
    }

    private func binding(_ declaration: Declaration, in block: Int, of use: Int) -> Binding? {
        guard !declaration.isRepeated else { return nil }
        let written = declaration.isConstant ? [] : writes(to: declaration, in: block)
        guard declaration.value != ScriptToken.none else {
            guard written.count == 1, let write = written.first, tokens.says(write + 1, "=") else { return nil }
            return Binding(name: write, value: write + 2, appended: [])
        }
        guard written.allSatisfy({ tokens.says($0 + 1, "+=") }) else { return nil }
        return Binding(
            name: declaration.name, value: declaration.value,
            appended: written.filter { $0 < use }.map { $0 + 2 })
    }

    /// What is assigned to a declared name behind its declaration; of very many the first ones.
    private func writes(to declaration: Declaration, in block: Int) -> [Int] {
        let end = block == ScriptToken.none ? tokens.count : tokens.closing(block)
        let all = writes[tokens.hash(declaration.name)] ?? []
        let first = all.partitioningIndex { $0 > max(block, 0) }
        return all[first...].prefix(64).filter { write in
            write < end && tokens.areAlike(write, declaration.name) && nearestBlock(declaring: write) == block
        }
    }

    private func nearestBlock(declaring use: Int) -> Int {
        let name = tokens.hash(use)
        var block = block(around: use)
        for _ in 0..<Self.mostBlocks {
            if declarations[Key(name: name, block: block)] != nil || block == ScriptToken.none { break }
            block = self.block(around: block)
        }
        return block
    }

    /// A name that nothing declares around its use and that is assigned once in the script.
    private func soleWrite(_ name: UInt64, of use: Int) -> Binding? {
        guard let all = writes[name], all.count == 1, let write = all.first, tokens.says(write + 1, "="),
            tokens.areAlike(write, use)
        else { return nil }
        let parent = tokens[write].parent
        // In brackets it is a default, or an attribute of a tag.
        guard parent == ScriptToken.none || tokens.says(parent, "{"), !tokens.says(write - 1, "<") else { return nil }
        return Binding(name: write, value: write + 2, appended: [])
    }

    /// Whether a name is a parameter of the function whose body a brace opens, or of a loop or `catch` before it.
    private func isParameter(_ use: Int, ofFunctionWith brace: Int) -> Bool {
        guard tokens.says(brace - 1, "=>") || tokens.says(brace - 1, ")") else { return false }
        if tokens.says(brace - 1, "=>") { return isParameter(use, before: brace - 1) }
        let open = tokens[brace - 1].partner
        guard open != ScriptToken.none else { return false }
        let isCondition =
            tokens.isKind(open - 1, .identifier)
            && ["if", "while", "switch", "with"].contains {
                tokens.bytes(open - 1).elementsEqual($0.utf8)
            }
        return !isCondition && isNamed(use, in: (open + 1)..<(brace - 1))
    }

    /// Whether a name is a parameter of an arrow function in whose body, an expression, a token stands.
    private func isParameter(_ use: Int, ofArrowBefore child: Int, in parent: Int) -> Bool {
        guard let all = arrows[parent] else { return false }
        let behind = all.partitioningIndex { $0 > child }
        for arrow in all[..<behind].suffix(4).reversed() where isInBody(child, of: arrow) {
            if isParameter(use, before: arrow) { return true }
        }
        return false
    }

    private func isInBody(_ child: Int, of arrow: Int) -> Bool {
        var index = arrow + 1
        for _ in 0..<256 {
            guard index < child else { return true }
            if tokens.says(index, ",") || tokens.says(index, ";") { return false }
            let partner = tokens[index].partner
            index = partner > index ? partner + (tokens.isKind(partner, .punctuator) ? 1 : 0) : index + 1
        }
        return false
    }

    private func isParameter(_ use: Int, before arrow: Int) -> Bool {
        if tokens.isKind(arrow - 1, .identifier) { return tokens.areAlike(arrow - 1, use) }
        guard tokens.says(arrow - 1, ")"), tokens[arrow - 1].partner != ScriptToken.none else { return false }
        return isNamed(use, in: (tokens[arrow - 1].partner + 1)..<(arrow - 1))
    }

    private func isNamed(_ use: Int, in range: Range<Int>) -> Bool {
        range.prefix(256).contains {
            tokens.isKind($0, .identifier) && tokens.areAlike($0, use) && !tokens.isPoint($0 - 1)
                && !tokens.says($0 + 1, ":")
        }
    }
}

extension [Int] {
    /// The first index whose element fulfils a condition that all later ones fulfil, too.
    fileprivate func partitioningIndex(where isBehind: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
