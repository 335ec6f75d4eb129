/// Words of JavaScript that say what comes next (ECMAScript, section 12.7.2).
enum ScriptWords {
    /// Whether an expression follows, so that a `/` begins a regular expression.
    static func precedesExpression(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.count {
        case 2: says(name, "in") || says(name, "do")
        case 3: says(name, "new")
        case 4: says(name, "void") || says(name, "case") || says(name, "else")
        case 5: says(name, "throw") || says(name, "yield") || says(name, "await")
        case 6: says(name, "return") || says(name, "typeof") || says(name, "delete")
        case 7: says(name, "default")
        case 10: says(name, "instanceof")
        default: false
        }
    }

    /// Whether a condition in parentheses follows, and behind it a statement.
    static func precedesCondition(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.count {
        case 2: says(name, "if")
        case 3: says(name, "for")
        case 4: says(name, "with")
        case 5: says(name, "while")
        default: false
        }
    }

    /// Whether a block follows.
    static func precedesBlock(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.count {
        case 2: says(name, "do")
        case 3: says(name, "try")
        case 4: says(name, "else")
        case 7: says(name, "finally")
        default: false
        }
    }

    /// Whether bytes are these letters.
    static func says(_ name: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard name.count == count else { return false }
        for index in 0..<count where name[name.startIndex + index] != word.utf8Start[index] { return false }
        return true
    }
}
