import Documents
import ReaderInterface

/// The members of an OFD file: which page comes when, and where each part lies.
struct OFDPackage {
    /// A part with the folder that its own paths begin in.
    struct Part {
        var root: XMLElement
        var folder: String
    }

    private let archive: ZipArchive
    /// The document, and the folder in which it lies.
    private let document: Part

    init(_ bytes: [UInt8], limits: Limits) throws(Unreadable) {
        archive = try ZipArchive(bytes, limits: limits)
        if try OFDPackage.isEncrypted(archive) { throw .encrypted }
        let entry = try archive.requiredXML("OFD.xml")
        // A file may hold several documents: the report is the first.
        guard let location = entry.descendants("DocRoot").first?.text else { throw .damaged("OFD.xml 没有指明正文") }
        guard let document = try OFDPackage.part(location, in: "", of: archive) else {
            throw .damaged("压缩包里缺少 \(location)")
        }
        self.document = document
    }

    /// Whether parts are encrypted (GM/T 0099): a list names them. A list of entries with a signed value (OFDEntries.xml) and the
    /// signatures of a document (Signs) only protect its integrity; nothing in it is hidden.
    private static func isEncrypted(_ archive: ZipArchive) throws(Unreadable) -> Bool {
        guard let list = try archive.xml("Encryptions.xml") else { return false }
        return !list.descendants("EncryptInfo").isEmpty
    }

    /// The size of pages that do not say their own.
    var pageBox: Box? { document.root.descendants("PhysicalBox").first.flatMap { OFDMatrix.box($0.text) } }

    /// Where the pages lie, in their order.
    var pages: [String] { document.root.child("Pages")?.children("Page").compactMap { $0["BaseLoc"] } ?? [] }

    /// A page by where it lies.
    func page(_ location: String) throws(Unreadable) -> Part {
        guard let page = try OFDPackage.part(location, in: document.folder, of: archive) else {
            throw .damaged("压缩包里缺少页面 \(location)")
        }
        return page
    }

    /// The template pages, by their ids.
    func templates() throws(Unreadable) -> [String: Part] {
        var templates: [String: Part] = [:]
        for template in document.root.descendants("TemplatePage") {
            guard let id = template["ID"], let location = template["BaseLoc"] else { continue }
            templates[id] = try OFDPackage.part(location, in: document.folder, of: archive)
        }
        return templates
    }

    /// The drawing parameters of the document's resources, by their ids.
    func drawParams() throws(Unreadable) -> [String: XMLElement] {
        var params: [String: XMLElement] = [:]
        for name in ["PublicRes", "DocumentRes"] {
            for reference in document.root.descendants(name) {
                let part = try OFDPackage.part(reference.text, in: document.folder, of: archive)
                for param in part?.root.descendants("DrawParam") ?? [] {
                    if let id = param["ID"] { params[id] = param }
                }
            }
        }
        return params
    }

    /// A part by the path that another one in `folder` gives: from the root, or from that folder. Some programs mean the root
    /// without saying so.
    private static func part(_ path: String, in folder: String, of archive: ZipArchive) throws(Unreadable) -> Part? {
        let path = path.trimmed
        let relative = folder.isEmpty ? path : folder + "/" + path
        let isAbsolute = path.hasPrefix("/") || path.hasPrefix("\\")
        for candidate in isAbsolute ? [path, relative] : [relative, path] {
            let name = MemberName(candidate).path
            guard let root = try archive.xml(name) else { continue }
            return Part(root: root, folder: name.split(separator: "/").dropLast().joined(separator: "/"))
        }
        return nil
    }
}

extension String {
    fileprivate var trimmed: String {
        let scalars = unicodeScalars.drop { $0.isBlank }
        return String(String.UnicodeScalarView(scalars.reversed().drop { $0.isBlank }.reversed()))
    }
}
