import CXML2
import ReaderInterface

/// A web page into a tree, by libxml2's parser of HTML, which forgives what browsers forgive. Names come in small letters.
enum HTMLParser {
    /// The page: an element without a name that holds its root.
    static func page(of text: String, limits: Limits) throws(Unreadable) -> XMLElement {
        let builder = XMLTreeBuilder(limits: limits)
        let bytes = withoutComments(text.utf8)
        unsafe bytes.withUnsafeBytes { unsafe parse($0, into: builder) }
        if let failure = builder.failure { throw failure }
        return builder.finish()
    }

    /// The bytes of a page without comments, without `<![if …]>` and the like, which browsers take for comments and libxml2 for
    /// text, and without zeros, which it takes for the end.
    private static func withoutComments(_ page: String.UTF8View) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(page.count)
        var rest = page[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            bytes.append(contentsOf: rest[..<start])
            rest = rest[start...]
            let end = rest.starts(with: "<!--".utf8) ? "-->" : rest.starts(with: "<![".utf8) ? ">" : nil
            guard let end else {
                bytes.append(UInt8(ascii: "<"))
                rest = rest.dropFirst()
                continue
            }
            guard let range = rest.firstRange(of: end.utf8) else { break }
            rest = rest[range.upperBound...]
        }
        return (bytes + rest).filter { $0 != 0 }
    }

    private static func parse(_ bytes: UnsafeRawBufferPointer, into builder: XMLTreeBuilder) {
        guard let length = Int32(exactly: bytes.count), let start = bytes.baseAddress,
            let context = unsafe htmlCreateMemoryParserCtxt(start.assumingMemoryBound(to: CChar.self), length)
        else { return }
        let options = [
            HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_IGNORE_ENC,
        ]
        unsafe _ = htmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
        // The text has been decoded; whatever the page says of its encoding is past.
        unsafe _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        let session = unsafe SAXSession(context, handler: handler, into: builder)
        _ = unsafe session.run { unsafe htmlParseDocument($0) }
    }

    private static var handler: xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.startElement = { data, name, attributes in
            guard let session = unsafe SAXSession.of(data) else { return }
            let element = unsafe XMLElement(
                name: XMLName(.none, session.text(name)), attributes: session.attributes(attributes))
            session.begin(element)
        }
        unsafe handler.endElement = { data, _ in unsafe SAXSession.of(data)?.end() }
        unsafe handler.characters = { data, text, count in unsafe SAXSession.of(data)?.take(text, count) }
        unsafe handler.ignorableWhitespace = { data, text, count in unsafe SAXSession.of(data)?.take(text, count) }
        unsafe handler.cdataBlock = { data, text, count in unsafe SAXSession.of(data)?.take(text, count) }
        return unsafe handler
    }
}

extension SAXSession {
    /// The attributes as libxml2 gives them for HTML: names and values in turn, a zero at the end.
    fileprivate func attributes(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [XMLElement.Attribute] {
        guard let list = unsafe list else { return [] }
        var attributes: [XMLElement.Attribute] = []
        var place = 0
        while let name = unsafe list[place] {
            let value = unsafe list[place + 1].map { unsafe String(cString: $0) }
            attributes.append(XMLElement.Attribute(name: XMLName(.none, unsafe text(name)), value: value ?? ""))
            place += 2
        }
        return attributes
    }
}
