package import Linux

/// Where a file lies in the inbox: in itself, or in the folder of a bureau.
package struct InboxPath: Sendable, Hashable {
    package var folder: FileName?
    package var name: FileName

    package init(folder: FileName? = nil, name: FileName) {
        self.folder = folder
        self.name = name
    }

    /// The path as a person may read it, `财政局/年报.docx`.
    package var display: String {
        guard let folder else { return name.display }
        return folder.display + "/" + name.display
    }
}
