import Linux
import Office
import Reports
import Settings
import SystemPackage

extension Doctor {
    /// Whether each body's folder of results can be written, and read by somebody; nothing where there are none.
    func returns(_ service: RunningService) -> [Diagnosis] {
        guard let path = settings.returns.folder else { return [] }
        let topic = "单位回执"
        guard !roster.agencies.isEmpty else {
            return [Diagnosis(topic, .notice, "没有名录，不写单位回执。见 man nianbao-agencies。")]
        }
        do {
            guard isServiceAccount else {
                guard try path.stat().type == .directory else { throw Errno.notDirectory }
                return [Diagnosis(topic, .good, "\(path) 存在，没有试写（用 sudo nianbao doctor 可以试写）。")]
            }
            let folder = ReturnsFolder(path: path, others: settings.foldersBesideReturns.map(\.folder))
            let root = try folder.open()
            _ = try AtomicFile(Self.trial, in: path)
            if let seen = service.view(of: path), (try? AtomicFile(Self.trial, in: seen)) == nil {
                let why = "\(path) 可以写入，而正在运行的服务写不进去：它启动以后文件夹才建立或挂载，或单元的 ReadWritePaths 没有列出它。"
                return [Diagnosis(topic, .trouble, "\(why)请运行 systemctl restart nianbao。")]
            }
            return [Diagnosis(topic, .good, "\(path) 可以写入。")] + (try bodies(folder, root, topic))
        } catch let refusal as ReturnsFolder.Refusal {
            return [Diagnosis(topic, .trouble, "\(path) 不能使用：\(refusal.reason)；\(refusal.advice)。")]
        } catch {
            let reason = (error as? Errno)?.reason ?? "\(error)"
            return [Diagnosis(topic, .trouble, "\(path)：\(reason)。请建立这个文件夹，并让账户 nianbao 能够写入。")]
        }
    }

    private func bodies(
        _ folder: ReturnsFolder, _ root: borrowing Directory, _ topic: String
    ) throws -> [Diagnosis] {
        let faults = ReturnsPlan.faults(in: roster)
        let names = roster.agencies.map(\.folderName).filter { faults[$0] == nil }
        var found = faults.sorted { $0.key < $1.key }.map { name, reason in
            Diagnosis(topic, .trouble, "“\(name.printable)”：\(reason)；\(ReturnsPlan.advice)。")
        }
        var (missing, closed): ([String], [String]) = ([], [])
        for name in names {
            do {
                try openToNobody(folder.existing(name, in: root)) ? closed.append(name) : ()
            } catch let refusal as ReturnsFolder.Refusal {
                found.append(
                    Diagnosis(topic, .trouble, "“\(name.printable)”不能使用：\(refusal.reason)；\(refusal.advice)。"))
            } catch Errno.noSuchFileOrDirectory {
                missing.append(name)
            }
        }
        let left = Set(try root.names().map(\.display)).subtracting(names).filter { !$0.hasPrefix(".") }
        let notices = [
            (missing, "还没有文件夹，服务运行时会建立"),
            (closed, "只有服务能读，单位看不到。请运行 nianbao share --commands | sudo sh，见 docs/share.md"),
            (left.sorted(), "不是名录上单位的文件夹，不再更新；不要的可以由人删除"),
        ]
        return found
            + notices.compactMap { names, what in
                names.isEmpty ? nil : Diagnosis(topic, .notice, "\(Self.said(names))：\(what)。")
            }
    }

    /// Whether neither a list nor a group lets in anybody beside the service.
    private func openToNobody(_ folder: borrowing Directory) throws -> Bool {
        let status = try folder.status()
        let mode = status.permissions.rawValue
        if try folder.hasAccessList() || mode & 0o005 == 0o005 { return false }
        return try mode & 0o050 != 0o050 || status.groupID == settings.state.path.stat().groupID
    }

    private static func said(_ names: [String]) -> String {
        names.prefix(3).map { "“\($0.printable)”" }.joined(separator: "、")
            + (names.count > 3 ? "等 \(names.count) 个" : "")
    }
}
