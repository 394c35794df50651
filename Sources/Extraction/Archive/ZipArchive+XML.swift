import ReaderInterface

extension ZipArchive {
    /// The root element of a member; `nil` where there is none of this name.
    func xml(_ name: String, leavingOut leftOut: Set<XMLName> = []) throws(Unreadable) -> XMLElement? {
        guard let bytes = try bytes(of: name) else { return nil }
        return try XMLParser.root(of: bytes, named: name, limits: limits, leavingOut: leftOut)
    }

    /// The root element of a member without which the archive is damaged.
    func requiredXML(_ name: String) throws(Unreadable) -> XMLElement {
        guard let root = try xml(name) else { throw .damaged("压缩包里缺少 \(name)") }
        return root
    }
}
