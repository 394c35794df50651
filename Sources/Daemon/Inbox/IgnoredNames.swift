package import Linux

/// The names that are never reports: what programs leave beside the file a person works on.
package struct IgnoredNames: Sendable {
    /// A pattern with `*` and `?`, in small letters, and whose leavings it stands for.
    package struct Pattern: Sendable {
        package let glob: String
        package let reason: String
    }

    /// What is always passed over.
    package static let builtIn: [Pattern] = [
        Pattern(glob: ".*", reason: "隐藏文件，如 .DS_Store、._年报.docx、.~lock.年报.docx#、.~年报.docx、rsync 的临时文件"),
        Pattern(glob: "~$*", reason: "Word、WPS 打开文档时的占用标记"),
        Pattern(glob: "~syncthing~*", reason: "Syncthing 未传完的文件"),
        Pattern(glob: "~*.tmp", reason: "Office 保存时的临时文件"),
        Pattern(glob: "*.tmp", reason: "程序的临时文件"),
        Pattern(glob: "*.temp", reason: "程序的临时文件"),
        Pattern(glob: "*.part", reason: "浏览器、下载工具未传完的文件"),
        Pattern(glob: "*.partial", reason: "浏览器未传完的文件"),
        Pattern(glob: "*.filepart", reason: "WinSCP 未传完的文件"),
        Pattern(glob: "*.crdownload", reason: "浏览器未下载完的文件"),
        Pattern(glob: "*.download", reason: "浏览器未下载完的文件"),
        Pattern(glob: "*.!ut", reason: "下载工具未传完的文件"),
        Pattern(glob: "*.opdownload", reason: "浏览器未下载完的文件"),
        Pattern(glob: "*.uploading", reason: "程序未上传完的文件"),
        Pattern(glob: "*.incomplete", reason: "程序未传完的文件"),
        Pattern(glob: "*.aria2", reason: "下载工具未传完的文件"),
        Pattern(glob: "*.!qb", reason: "下载工具未传完的文件"),
        Pattern(glob: "*.bc!", reason: "下载工具未传完的文件"),
        Pattern(glob: "*.sb-*-*", reason: "macOS 保存时的临时文件"),
        Pattern(glob: "*.wbk", reason: "Word 的备份文件"),
        Pattern(glob: "*.downloading", reason: "百度网盘未下载完的文件"),
        Pattern(glob: "*.td", reason: "迅雷未下载完的文件"),
        Pattern(glob: "*.xltd", reason: "迅雷未下载完的文件"),
        Pattern(glob: "*.davfs.tmp*", reason: "WebDAV 挂载的临时文件"),
        Pattern(glob: "*.lock", reason: "程序的占用标记"),
        Pattern(glob: "*.swp", reason: "编辑器的交换文件"),
        Pattern(glob: "*~", reason: "编辑器的备份文件"),
        Pattern(glob: "*.bak", reason: "编辑器的备份文件"),
        Pattern(glob: "*.asd", reason: "Word 的自动恢复文件"),
        Pattern(glob: "*.lnk", reason: "Windows 快捷方式"),
        Pattern(glob: "*.url", reason: "Windows 网址快捷方式"),
        Pattern(glob: "thumbs.db", reason: "Windows 的缩略图"),
        Pattern(glob: "desktop.ini", reason: "Windows 的文件夹设置"),
        Pattern(glob: "@eadir", reason: "群晖存储的索引文件夹"),
        Pattern(glob: "#recycle", reason: "群晖存储的回收站"),
        Pattern(glob: "$recycle.bin", reason: "Windows 的回收站"),
        Pattern(glob: "system volume information", reason: "Windows 的系统文件夹"),
        Pattern(glob: "lost+found", reason: "文件系统的找回文件夹"),
        Pattern(glob: "__macosx", reason: "macOS 压缩包的附带文件夹"),
    ]

    private let patterns: [(glob: [UInt8], reason: String)]

    /// The built-in patterns and those that an office adds.
    package init(adding globs: [String] = []) {
        let added = globs.map { Pattern(glob: $0.lowercased(), reason: "设置中要求忽略") }
        patterns = (Self.builtIn + added).map { (Array($0.glob.utf8), $0.reason) }
    }

    /// Why a name is passed over; `nil` when it is not.
    package func reason(for name: FileName) -> String? {
        // Asked for each name at each look, of which there may be tens of thousands: bytes are compared faster than characters.
        let shown = Array(name.display.lowercased().utf8)
        return patterns.first { Self.matches(shown, $0.glob) }?.reason
    }

    private static let any = UInt8(ascii: "*")
    private static let one = UInt8(ascii: "?")

    /// Whether a text matches a pattern, both in UTF-8.
    private static func matches(_ text: [UInt8], _ glob: [UInt8]) -> Bool {
        var (place, step) = (0, 0)
        // Where the last `*` stands, and how far into the text it reaches so far.
        var star: (step: Int, place: Int)?
        while place < text.count {
            if step < glob.count, glob[step] == any {
                star = (step, place)
                step += 1
            } else if step < glob.count, glob[step] == one {
                place = end(ofCharacterAt: place, in: text)
                step += 1
            } else if step < glob.count, glob[step] == text[place] {
                place += 1
                step += 1
            } else if let last = star {
                place = end(ofCharacterAt: last.place, in: text)
                star = (last.step, place)
                step = last.step + 1
            } else {
                return false
            }
        }
        return glob[step...].allSatisfy { $0 == any }
    }

    private static func end(ofCharacterAt place: Int, in text: [UInt8]) -> Int {
        text[(place + 1)...].firstIndex { !UTF8.isContinuation($0) } ?? text.count
    }
}
