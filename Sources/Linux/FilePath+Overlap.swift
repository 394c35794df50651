import Glibc
package import SystemPackage

extension FilePath {
    /// Whether one of two folders lies in the other, or is it, by their names or by what these lead to now: links and folders that are
    /// mounted in two places. Where a disk does not answer, the names have to do.
    package func overlaps(_ other: FilePath) -> Bool {
        if starts(with: other) || other.starts(with: self) { return true }
        return BoundedCall("folders").run(within: .seconds(5)) { self.leads(into: other) || other.leads(into: self) }
            ?? false
    }

    /// Whether a folder on the way to what the path leads to is what another path leads to.
    private func leads(into other: FilePath) -> Bool {
        let (own, place) = (resolved, other.resolved)
        if own.starts(with: place) { return true }
        guard let identity = place.identity else { return false }
        var folder = own
        repeat {
            if folder.identity == identity { return true }
        } while folder.removeLastComponent()
        return false
    }

    /// The path without links, as far as there is something.
    private var resolved: FilePath {
        var (folder, rest) = (self, [FilePath.Component]())
        while true {
            if let real = unsafe realpath(folder.string, nil) {
                defer { unsafe free(real) }
                return rest.reversed().reduce(into: unsafe FilePath(String(cString: real))) { $0.append($1) }
            }
            guard let last = folder.lastComponent, folder.removeLastComponent() else { return self }
            rest.append(last)
        }
    }

    /// What tells a folder from every other one; `nil` where there is none.
    private var identity: [UInt64]? {
        guard let status = try? stat() else { return nil }
        let stamp = FileStamp(status)
        return [stamp.device, stamp.inode]
    }
}

extension Directory {
    /// The same of this very folder, whatever its name leads to by now.
    package func overlaps(_ other: FilePath) -> Bool { FilePath("/proc/self/fd/\(descriptor.raw)").overlaps(other) }
}
