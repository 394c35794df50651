import CXML2
import Documents
import ReaderInterface

/// One run of a parser of libxml2, which calls back for each thing that it meets; a tree is built of it.
///
/// libxml2 builds no tree of its own here, so limits hold while it reads, and there is one copy of everything.
@safe final class SAXSession {
    let builder: XMLTreeBuilder
    private let context: xmlParserCtxtPtr
    /// libxml2 keeps one copy of each name, and there are few: they are told by where they lie.
    private var locals: [UnsafePointer<xmlChar>: String] = unsafe [:]
    private var namespaces: [UnsafePointer<xmlChar>: XMLNamespace] = unsafe [:]

    /// Takes the context over and has its events come here.
    init(_ context: xmlParserCtxtPtr, handler: xmlSAXHandler, into builder: XMLTreeBuilder) {
        self.builder = builder
        unsafe self.context = context
        unsafe context.pointee.sax.pointee = handler
        unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit { unsafe xmlFreeParserCtxt(context) }

    /// The session whose event it is, from the pointer that libxml2 hands back.
    static func of(_ data: UnsafeMutableRawPointer?) -> SAXSession? {
        guard let data = unsafe data else { return nil }
        return unsafe Unmanaged<SAXSession>.fromOpaque(data).takeUnretainedValue()
    }

    /// Has a parser read all; whether it was well-formed.
    func run(_ parse: (xmlParserCtxtPtr) -> Int32) -> Bool {
        let answer = unsafe parse(context)
        return unsafe answer == 0 && context.pointee.wellFormed != 0
    }

    func begin(_ element: XMLElement) {
        builder.begin(element)
        stopIfRefused()
    }

    /// Begins an element that nobody wants to see; false where somebody does.
    func leaveOut(_ name: XMLName) -> Bool {
        defer { stopIfRefused() }
        return builder.leaveOut(name)
    }

    /// Text of a document, in UTF-8.
    func take(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        unsafe builder.take(String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self))
    }

    func end() { builder.end() }

    func refuse(_ reason: String) {
        builder.refuse(.damaged(reason))
        stopIfRefused()
    }

    private func stopIfRefused() {
        if builder.failure != nil { unsafe xmlStopParser(context) }
    }

    // MARK: Names

    /// A name of XML, from its parts.
    func name(_ local: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?) -> XMLName {
        unsafe XMLName(namespace(uri), text(local))
    }

    /// The text of a name that libxml2 keeps until the run is over.
    func text(_ name: UnsafePointer<xmlChar>?) -> String {
        guard let name = unsafe name else { return "" }
        if let known = unsafe locals[name] { return known }
        let text = unsafe String(cString: name)
        unsafe locals[name] = text
        return text
    }

    private func namespace(_ uri: UnsafePointer<xmlChar>?) -> XMLNamespace {
        guard let uri = unsafe uri else { return .none }
        if let known = unsafe namespaces[uri] { return known }
        let namespace = unsafe XMLNamespace(String(cString: uri))
        unsafe namespaces[uri] = namespace
        return namespace
    }
}
