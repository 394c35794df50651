/// The members of an archive that a person put in.
struct MemberNames {
    /// Those that may be documents: not what systems and programs leave beside them.
    let documents: [String]

    init(_ names: [String]) {
        // A web page is saved with its pictures and parts in a folder of its own name.
        let companions = names.compactMap { name -> [String]? in
            let path = name.lowercased()
            guard let end = [".html", ".htm"].first(where: { path.hasSuffix($0) }) else { return nil }
            let stem = path.dropLast(end.count)
            return ["\(stem).files/", "\(stem)_files/"]
        }.joined()
        documents = names.filter { name in
            let path = name.lowercased()
            return !MemberNames.isLeftover(path) && !companions.contains { path.hasPrefix($0) }
        }
    }

    private static func isLeftover(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return true }
        let suffix = name.split(separator: ".").last ?? ""
        return parts.contains("__macosx") || name.hasPrefix(".") || name.hasPrefix("~$") || name == "thumbs.db"
            || ["ini", "lnk", "url", "tmp", "css", "js"].contains(suffix)
    }
}
