/// A pattern that paths are held against, in time that grows only with the pattern's length times the path's.
///
/// Patterns come from files that are no safer than pages: so every state at every place of the path is looked at once,
/// which a matcher that goes back and tries again does not promise.
struct PathPattern: Sendable {
    private enum Instruction: Sendable {
        case set(ByteSet)
        /// Goes on with the next instruction and with another.
        case split(Int)
        case jump(Int)
        case start
        case end
        /// What follows up to `next` must match here, or must not.
        case look(next: Int, isNegative: Bool)
        case match
    }

    private struct State {
        let instruction: Int
        let position: Int
    }

    private static let longest = 512
    private static let longestPath = 1024

    private var program: [Instruction] = []

    /// Makes a pattern that whole paths are held against; nil where it is too long, written out.
    ///
    /// - Parameter node: what it says.
    init?(_ node: PatternNode) {
        emit(node)
        program += [.end, .match]
        guard program.count <= Self.longest else { return nil }
    }

    private init() {
        program = [.match]
    }

    /// What every path matches.
    static let everything = PathPattern()

    /// A pattern that may stand anywhere in a path, as regular expressions may.
    static func anywhere(_ node: PatternNode) -> PathPattern? {
        PathPattern(.sequence([.anything, node, .anything]))
    }

    /// Whether a path matches; one of more than 1024 bytes is said not to.
    func matches(_ path: [UInt8]) -> Bool {
        path.count <= Self.longestPath && matches(path, from: State(instruction: 0, position: 0))
    }

    private func matches(_ path: [UInt8], from state: State) -> Bool {
        var seen = [Bool](repeating: false, count: program.count * (path.count + 1))
        var open = [state]
        while let state = open.popLast() {
            let index = state.instruction * (path.count + 1) + state.position
            guard !seen[index] else { continue }
            seen[index] = true
            let next = State(instruction: state.instruction + 1, position: state.position)
            switch program[state.instruction] {
            case .set(let set):
                guard state.position < path.count, set.contains(path[state.position]) else { continue }
                open.append(State(instruction: next.instruction, position: state.position + 1))
            case .split(let other): open += [State(instruction: other, position: state.position), next]
            case .jump(let other): open.append(State(instruction: other, position: state.position))
            case .start: if state.position == 0 { open.append(next) }
            case .end: if state.position == path.count { open.append(next) }
            case .look(let end, let isNegative):
                guard matches(path, from: next) != isNegative else { continue }
                open.append(State(instruction: end, position: state.position))
            case .match: return true
            }
        }
        return false
    }

    // MARK: Writing the program

    private mutating func emit(_ node: PatternNode) {
        guard program.count <= Self.longest else { return }
        switch node {
        case .set(let set): program.append(.set(set))
        case .sequence(let nodes): for node in nodes { emit(node) }
        case .choice(let nodes): emit(choice: nodes)
        case .repeated(let node, let minimum, let maximum):
            emit(node, times: minimum)
            if let maximum { emit(node, atMost: maximum - minimum) } else { emit(anyNumberOf: node) }
        case .start: program.append(.start)
        case .end: program.append(.end)
        case .look(let node, let isNegative):
            let look = program.count
            program.append(.match)
            emit(node)
            program.append(.match)
            program[look] = .look(next: program.count, isNegative: isNegative)
        }
    }

    private mutating func emit(_ node: PatternNode, times: Int) {
        for _ in 0..<times {
            let before = program.count
            emit(node)
            // What is written as nothing could be repeated for ever.
            guard program.count > before, program.count <= Self.longest else { return }
        }
    }

    private mutating func emit(choice nodes: [PatternNode]) {
        var jumps: [Int] = []
        for node in nodes.dropLast() {
            let split = program.count
            program.append(.match)
            emit(node)
            jumps.append(program.count)
            program.append(.match)
            program[split] = .split(program.count)
        }
        if let last = nodes.last { emit(last) }
        for jump in jumps { program[jump] = .jump(program.count) }
    }

    private mutating func emit(anyNumberOf node: PatternNode) {
        let split = program.count
        program.append(.match)
        emit(node)
        program.append(.jump(split))
        program[split] = .split(program.count)
    }

    private mutating func emit(_ node: PatternNode, atMost count: Int) {
        var splits: [Int] = []
        for _ in 0..<max(0, count) where program.count <= Self.longest {
            splits.append(program.count)
            program.append(.match)
            emit(node)
        }
        for split in splits { program[split] = .split(program.count) }
    }
}
