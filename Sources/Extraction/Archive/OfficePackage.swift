import ReaderInterface

/// A document of Office as an archive: a main part, and parts that it names by relationships.
struct OfficePackage {
    private struct Relationship {
        var id: String
        /// The last word of its type, which strict and transitional documents share.
        var kind: Substring
        var target: String
    }

    let archive: ZipArchive
    /// The name of the main part.
    let mainPart: String
    private let relationships: [Relationship]

    /// Opens a package. `usual` is the main part where the package does not name one.
    init(_ bytes: [UInt8], limits: Limits, usual: String) throws(Unreadable) {
        let archive = try ZipArchive(bytes, limits: limits)
        let named = try OfficePackage.relationships(of: "", in: archive).first { $0.kind == "officeDocument" }?.target
        mainPart = named.flatMap { archive.contains($0) ? $0 : nil } ?? usual
        self.archive = archive
        relationships = try OfficePackage.relationships(of: mainPart, in: archive)
    }

    /// The root element of the main part.
    func main() throws(Unreadable) -> XMLElement { try archive.requiredXML(mainPart) }

    /// The root element of the part of a kind; `nil` where there is none.
    func part(_ kind: String, leavingOut leftOut: Set<XMLName> = []) throws(Unreadable) -> XMLElement? {
        guard let name = relationships.first(where: { $0.kind == kind })?.target else { return nil }
        return try archive.xml(name, leavingOut: leftOut)
    }

    /// Whether pictures are in it: a document of nothing else is a scan.
    var hasPictures: Bool { archive.names.contains { $0.lowercased().contains("/media/") } }

    /// The name of the part that has this id in the main part.
    func partName(id: String) -> String? { relationships.first { $0.id == id }?.target }

    private static func relationships(of part: String, in archive: ZipArchive) throws(Unreadable) -> [Relationship] {
        let folder = part.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        let name = part.split(separator: "/").last ?? ""
        guard let root = try archive.xml("\(folder)_rels/\(name).rels") else { return [] }
        return root.children("Relationship").compactMap { element in
            guard let id = element["Id"], let type = element["Type"], let target = element["Target"],
                element["TargetMode"] != "External"
            else { return nil }
            let kind = type.split(separator: "/").last ?? ""
            return Relationship(id: id, kind: kind, target: target.hasPrefix("/") ? target : folder + target)
        }
    }
}
