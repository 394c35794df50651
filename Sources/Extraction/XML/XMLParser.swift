import CXML2
import ReaderInterface

/// XML into a tree, by libxml2.
///
/// No document type declaration is let in: the files of offices have none, and entities, bombs and references to other files
/// all come by it. The parser stops where one begins. What libxml2 would limit by itself is limited by the settings.
enum XMLParser {
    /// The root element, without the elements that are left out and all that is in them. `name` is that of the part, for what people are
    /// told.
    static func root(
        of bytes: [UInt8], named name: String, limits: Limits, leavingOut leftOut: Set<XMLName> = []
    ) throws(Unreadable) -> XMLElement {
        let builder = XMLTreeBuilder(limits: limits, leavingOut: leftOut)
        let isWhole = unsafe bytes.withUnsafeBytes { unsafe parse($0, into: builder) }
        if let failure = builder.failure { throw failure }
        guard isWhole, let root = builder.finish().elements.first(where: { _ in true }) else {
            throw .damaged("其中的 \(name) 不是完整的 XML")
        }
        return root
    }

    private static func parse(_ bytes: UnsafeRawBufferPointer, into builder: XMLTreeBuilder) -> Bool {
        guard let length = Int32(exactly: bytes.count), let start = bytes.baseAddress,
            let context = unsafe xmlCreateMemoryParserCtxt(start.assumingMemoryBound(to: CChar.self), length)
        else { return false }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NOERROR.rawValue
        unsafe _ = xmlCtxtUseOptions(context, Int32(options))
        let session = unsafe SAXSession(context, handler: handler, into: builder)
        return unsafe session.run { unsafe xmlParseDocument($0) }
    }

    private static var handler: xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.internalSubset = { data, _, _, _ in
            unsafe SAXSession.of(data)?.refuse("其中的 XML 带有文档类型声明（DOCTYPE），办公软件不会这样写")
        }
        unsafe handler.startElementNs = { data, local, _, uri, _, _, count, _, attributes in
            guard let session = unsafe SAXSession.of(data) else { return }
            let name = unsafe session.name(local, uri)
            guard !session.leaveOut(name) else { return }
            let list = unsafe UnsafeBufferPointer(start: attributes, count: Int(count) * 5)
            unsafe session.begin(XMLElement(name: name, attributes: session.attributes(list)))
        }
        unsafe handler.endElementNs = { data, _, _, _ in unsafe SAXSession.of(data)?.end() }
        unsafe handler.characters = { data, text, count in unsafe SAXSession.of(data)?.take(text, count) }
        unsafe handler.ignorableWhitespace = { data, text, count in unsafe SAXSession.of(data)?.take(text, count) }
        unsafe handler.cdataBlock = { data, text, count in unsafe SAXSession.of(data)?.take(text, count) }
        return unsafe handler
    }
}

extension SAXSession {
    /// The attributes as libxml2 gives them, each as name, prefix, namespace, and begin and end of the value.
    fileprivate func attributes(_ list: UnsafeBufferPointer<UnsafePointer<xmlChar>?>) -> [XMLElement.Attribute] {
        stride(from: 0, to: list.count, by: 5).map { place in
            let (start, end) = unsafe (list[place + 3], list[place + 4])
            let count = unsafe start.flatMap { start in unsafe end.map { unsafe $0 - start } }
            let value = unsafe UnsafeBufferPointer(start: start, count: count ?? 0)
            return unsafe XMLElement.Attribute(
                name: name(list[place], list[place + 2]), value: String(decoding: value, as: UTF8.self))
        }
    }
}
