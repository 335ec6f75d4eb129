import CLibXML2
import Glibc

/// Memory for the small blocks that libxml2 takes while it builds a tree, given back all at once with the tree.
///
/// There is a block for every element, attribute and text: the C library's allocator would take as long for them as
/// libxml2 takes for all the rest.
final class TreeMemory {
    /// Larger blocks come from the C library and go back to it as soon as libxml2 lets go of them.
    private static let longestBlock = 512

    private var chunks: [MemoryChunk] = []
    private var position = MemoryChunk.size

    deinit { for chunk in chunks { chunk.giveBack() } }

    /// Lets libxml2 take what it needs for a tree from here, on this thread.
    ///
    /// What it allocates must not outlive this memory: nothing but the tree itself may be left of it.
    func build<Result>(_ body: () -> Result) -> Result {
        _ = Self.isInstalled
        pthread_setspecific(Self.key, Unmanaged.passUnretained(self).toOpaque())
        defer {
            // The thread keeps the last error with its texts.
            xmlResetLastError()
            pthread_setspecific(Self.key, nil)
        }
        return body()
    }

    private func take(_ count: Int) -> UnsafeMutableRawPointer? {
        if position + count > MemoryChunk.size {
            guard let chunk = MemoryChunk.take() else { return nil }
            chunks.append(chunk)
            position = 0
        }
        defer { position += count }
        return chunks[chunks.count - 1].start + position
    }
}

// MARK: - In libxml2's place for malloc

extension TreeMemory {
    /// What stands before each block; sixteen bytes, so that blocks are aligned as those of `malloc`.
    private struct Header {
        let size: Int
        /// Whether it came from `malloc` by itself, and not with a chunk.
        let isSingle: Bool
    }

    private static let headerSize = 16

    /// The memory that blocks are taken from on a thread, where there is any.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Has libxml2 ask here for memory, before it has asked for any, and make what it keeps for good.
    private static let isInstalled: Bool = {
        let isInstalled = xmlMemSetup(
            { release($0) }, { allocate($0) }, { reallocate($0, $1) }, { text in text.flatMap { duplicate($0) } })
        xmlInitParser()
        return isInstalled == 0
    }()

    private static func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        let count = (size + headerSize + 15) & ~15
        if size <= longestBlock, let current = pthread_getspecific(key) {
            let memory = Unmanaged<TreeMemory>.fromOpaque(current).takeUnretainedValue()
            return memory.take(count).map { begin(at: $0, Header(size: count - headerSize, isSingle: false)) }
        }
        return malloc(count).map { begin(at: $0, Header(size: count - headerSize, isSingle: true)) }
    }

    private static func begin(at start: UnsafeMutableRawPointer, _ header: Header) -> UnsafeMutableRawPointer {
        start.storeBytes(of: header, as: Header.self)
        return start + headerSize
    }

    private static func release(_ block: UnsafeMutableRawPointer?) {
        guard let block, header(of: block).isSingle else { return }
        free(block - headerSize)
    }

    private static func header(of block: UnsafeMutableRawPointer) -> Header {
        (block - headerSize).load(as: Header.self)
    }

    private static func reallocate(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
        guard let block else { return allocate(size) }
        let known = header(of: block).size
        guard size > known else { return block }
        if header(of: block).isSingle {
            let count = size + headerSize
            return realloc(block - headerSize, count).map { begin(at: $0, Header(size: size, isSingle: true)) }
        }
        guard let larger = allocate(size) else { return nil }
        larger.copyMemory(from: block, byteCount: known)
        release(block)
        return larger
    }

    private static func duplicate(_ text: UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>? {
        let count = strlen(text) + 1
        guard let copy = allocate(count)?.bindMemory(to: CChar.self, capacity: count) else { return nil }
        copy.update(from: text, count: count)
        return copy
    }
}
