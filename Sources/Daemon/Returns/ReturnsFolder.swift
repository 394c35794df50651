import Glibc
import Ledger
import Linux
import SystemPackage

/// The folder in which each body has one of its own: writes its files, and tells whether each is still what was written.
///
/// A body reads its folder, so nothing is looked up by a path in it, and nothing is written where others than the service could have put
/// something in the way.
struct ReturnsFolder: Sendable {
    let path: FilePath
    /// Folders in which it must not lie, nor they in it: of the inbox nothing is ever written.
    var others: [FilePath] = []

    /// Why nothing is written into a folder: it is not the service's alone. Words without an end mark.
    struct Refusal: Error, Hashable {
        let reason: String
        let advice: String
    }

    /// The folders that the service makes are for it and for those whom an administrator lets in.
    private static let folderMode: UInt32 = 0o750
    /// The right of the group is also the most that an entry of the folder's default ACL can give.
    private static let fileMode: UInt32 = 0o640
    /// What is wrong with one folder or one file; anything else is wrong with all of them.
    private static let ownFaults: Set<Errno> = [
        .permissionDenied, .notPermitted, .tooManySymbolicLinkLevels, .notDirectory, .isDirectory, .fileNameTooLong,
        .fileExists, .directoryNotEmpty, .noSuchFileOrDirectory, .invalidArgument,
    ]

    /// The folder itself. Throws `Errno` where it can't be opened, `Refusal` where others may change what is in it, or where its name leads
    /// into another folder by now.
    func open() throws -> Directory {
        let root = try Directory(path)
        if let other = others.first(where: { root.overlaps($0) }) { throw Refusal(leadingInto: other) }
        let status = try root.status()
        let mode = status.permissions.rawValue
        // In a sticky folder nobody moves what is another one's.
        guard mode & 0o022 == 0 || mode & 0o1000 != 0 else { throw Refusal(openTo: mode, path) }
        guard [0, geteuid()].contains(status.userID.rawValue) else {
            throw Refusal(ownedBy: status.userID.rawValue, path)
        }
        return root
    }

    /// The folder of a body, which is made where there is none. Throws `Refusal` where it is not the service's alone.
    func open(_ name: String, in root: borrowing Directory) throws -> Directory {
        try root.make(FileName(name), mode: Self.folderMode)
        return try existing(name, in: root)
    }

    /// The folder of a body that is there. Throws `Errno.noSuchFileOrDirectory` where there is none, `Refusal` where it is not the service's alone.
    func existing(_ name: String, in root: borrowing Directory) throws -> Directory {
        let place = path.appending(name)
        let folder: Directory
        do throws(Errno) {
            folder = try Directory(FileName(name), in: root)
        } catch {
            let isOwn = Self.ownFaults.contains(error) && error != .noSuchFileOrDirectory
            throw isOwn ? Refusal(error, place) : error as any Error
        }
        let status = try folder.status()
        guard status.userID.rawValue == geteuid() else { throw Refusal(ownedBy: status.userID.rawValue, place) }
        let mode = status.permissions.rawValue
        guard mode & 0o022 == 0 else { throw Refusal(openTo: mode, place) }
        return folder
    }

    /// Writes a file whole into the folder of a body, unless it has these bytes. Throws `Refusal` where that folder does not take it, `Errno`
    /// where none would.
    func write(_ bytes: [UInt8], _ page: ReturnPage, into folder: borrowing Directory, named name: String) throws
        -> WrittenFile
    {
        let file = FileName(page.rawValue)
        do throws(Errno) {
            if try !folder.holds(bytes, as: file) { try folder.write(bytes, as: file, mode: Self.fileMode) }
            return WrittenFile(bytes, try folder.status(of: file))
        } catch {
            // A file of that name is replaced: what is in the way is a folder.
            if error == .isDirectory { throw Refusal(folderInPlaceOf: page) }
            throw Self.ownFaults.contains(error) ? Refusal(error, path.appending(name)) : error as any Error
        }
    }

    /// Checks one file; its content is read only where its stamp is another one. What can't be looked at is to be written, and writing says why.
    func check(_ page: Ledger.WrittenReturn, in root: borrowing Directory) -> StatusFolder.Finding {
        guard let written = page.written else { return .changed }
        do throws(Errno) {
            let folder = try Directory(FileName(page.folder), in: root)
            let status = try folder.status()
            guard status.userID.rawValue == geteuid(), status.permissions.rawValue & 0o022 == 0 else { return .changed }
            let name = FileName(page.page.rawValue)
            let stamp = WrittenFile.stamp(of: try folder.status(of: name))
            if stamp == written.stamp { return .unchanged }
            return SHA256.digits(of: try folder.open(name).readAll()) == written.digest
                ? .restamped(WrittenFile(restamped: stamp, written)) : .changed
        } catch {
            return .changed
        }
    }
}

extension ReturnsFolder.Refusal {
    init(_ error: Errno, _ place: FilePath) {
        let isNone = [.notDirectory, .tooManySymbolicLinkLevels].contains(error)
        self.init(
            reason: isNone ? "它不是文件夹，是文件或链接" : error.reason,
            advice: isNone ? "请移走它，服务会另建一个" : "请检查它的属主和权限（属主应为 \(Account.own)）")
    }

    fileprivate init(leadingInto other: FilePath) {
        self.init(reason: "它现在与 \(FileName(other.string).display) 是同一个文件夹，或互相包含", advice: "请检查是不是链接或挂载改了")
    }

    fileprivate init(folderInPlaceOf page: ReturnPage) {
        self.init(reason: "其中的“\(page.rawValue)”是文件夹，不是文件", advice: "请移走它，服务会重新写入")
    }

    fileprivate init(ownedBy owner: UInt32, _ place: FilePath) {
        self.init(
            reason: "它属于账户 \(Account.name(of: owner))，不属于服务的账户 \(Account.own)",
            advice: "请核对里面的内容，再执行：chown \(Account.own) \(Self.quoted(place))")
    }

    fileprivate init(openTo mode: CInterop.Mode, _ place: FilePath) {
        self.init(
            reason: "别的账户也能写入（权限 0\(String(mode & 0o7777, radix: 8))）",
            advice: "请核对里面的内容，再执行：chmod g-w,o-w \(Self.quoted(place))")
    }

    private static func quoted(_ place: FilePath) -> String {
        "'\(FileName(place.string).display.replacing("'", with: "'\\''"))'"
    }
}
