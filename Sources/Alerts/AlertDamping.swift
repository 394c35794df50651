import Foundation

/// Holds back alerts of one kind that are many, or that come and go: a folder in which somebody makes and removes links all day is one
/// alert, and not one a link.
///
/// A file is counted with the others of its folder, and the folders with each other. An alert that stands for a folder has its name
/// and a slash as its subject, which no file has.
struct AlertDamping {
    /// An alert as it is to be recorded.
    struct Item: Equatable {
        var alert: Alert
        /// How many alerts it stands for.
        var size = 1
        var isFlapping = false
    }

    /// More files of a folder than this are one alert.
    private static let most = 5
    /// More files and folders than this are one alert, wherever they lie.
    private static let mostPlaces = 20
    /// What was over so often within `span` and comes once more is flapping.
    private static let returns = 2
    private static let span = 600.0
    /// What has flapped within this time flaps at once when it comes again.
    private static let memory = 86_400.0
    /// How long one that flaps must be quiet before it is over: at first, and at most. It doubles each time.
    private static let firstHold = 600.0
    private static let longestHold = 3600.0
    /// How many are named.
    private static let examples = 3

    /// The alerts that last, by their subjects.
    let known: [String: AlertState]
    /// Those that were over within the last day.
    let ended: [AlertState]
    let now: Date

    /// How long a moment is to be remembered for damping.
    static let horizon = memory

    /// What is to be recorded of what was found.
    func items(of found: [Alert]) -> [Item] {
        let items = found.map { Item(alert: $0) }
        guard let kind = found.first?.kind, kind.traits.isDamped else { return items }
        guard kind.traits.subject == .file else { return items.map(held) }
        let ofFolders = merge(items, above: Self.most, returns: Self.returns) { AlertScope(folderOf: $0.alert.subject) }
        return merge(ofFolders, above: Self.mostPlaces, returns: Self.mostPlaces) { _ in .everywhere }
    }

    /// Whether one that was not found is not over yet: it flaps, and has not been quiet long enough.
    func isHeld(_ state: AlertState) -> Bool {
        guard state.isFlapping, let seen = state.seen else { return false }
        let times = ended.count { $0.isFlapping && $0.alert.subject == state.alert.subject }
        let hold = min(Self.firstHold * pow(2, Double(min(times, 10))), Self.longestHold)
        return seen.distance(from: now) < hold
    }

    private func held(_ item: Item) -> Item {
        let subject = item.alert.subject
        guard known[subject]?.isFlapping ?? flaps(returns: Self.returns, { $0 == subject }, subject) else {
            return item
        }
        var item = item
        item.isFlapping = true
        item.alert.message += "（一再出现又恢复，平静一段时间以后才算恢复，这期间不再逐次记录。）"
        return item
    }

    /// Makes one of those of a scope that are too many, or that come and go. Where one stands for them it does so until all are gone.
    private func merge(
        _ items: [Item], above most: Int, returns: Int, into scope: (Item) -> AlertScope
    ) -> [Item] {
        Dictionary(grouping: items, by: scope).flatMap { scope, members in
            let isNew = members.contains { known[$0.alert.subject] == nil }
            let group = known[scope.subject]
            let flaps = group?.isFlapping ?? (isNew && flaps(returns: returns, scope.contains, scope.subject))
            guard flaps || group != nil || members.count > most else { return members }
            return [merged(members, scope, flaps)]
        }
    }

    private func merged(_ members: [Item], _ scope: AlertScope, _ isFlapping: Bool) -> Item {
        let members = members.sorted { $0.alert.subject < $1.alert.subject }
        let kind = members[0].alert.kind
        let names = members.prefix(Self.examples).map { "“\($0.alert.subject)”" }.joined(separator: "、")
        let size = members.reduce(0) { $0 + $1.size }
        let count = isFlapping ? "一再出现又消失，平静一段时间以后才不再提示" : "已有 \(size) 个"
        let message = "\(scope.name)：\(kind.traits.title)，\(count)，如 \(names)。\(kind.traits.advice)"
        return Item(alert: Alert(kind, scope.subject, message), size: size, isFlapping: isFlapping)
    }

    private func flaps(returns: Int, _ isInScope: (String) -> Bool, _ subject: String) -> Bool {
        if ended.contains(where: { $0.isFlapping && $0.alert.subject == subject }) { return true }
        let recent = ended.count { state in
            isInScope(state.alert.subject) && state.cleared.map { $0.distance(from: now) < Self.span } ?? false
        }
        return recent >= returns
    }
}

extension Alert {
    /// What people call the place for whose files it stands; `nil` for one that is about one file or thing.
    package var placeName: String? {
        guard kind.traits.subject == .file else { return nil }
        let scope = AlertScope(folderOf: subject)
        return scope.subject == subject ? scope.name : nil
    }
}

/// Where alerts about files are counted together.
enum AlertScope: Hashable {
    /// The inbox itself: the files that lie in no folder.
    case root
    /// A folder of a bureau.
    case folder(String)
    case everywhere

    /// The folder in which a file lies; that of a folder is its own.
    init(folderOf path: String) {
        if path == Self.everywhere.subject {
            self = .everywhere
        } else if path == Self.root.subject {
            self = .root
        } else {
            self = path.firstIndex(of: "/").map { .folder(String(path[..<$0])) } ?? .root
        }
    }

    /// The subject of an alert that stands for all in it.
    var subject: String {
        switch self {
        case .root: "./"
        case .folder(let name): name + "/"
        case .everywhere: "//"
        }
    }

    /// What people call it.
    var name: String {
        switch self {
        case .root: "收件文件夹"
        case .folder(let name): "“\(name)”文件夹"
        case .everywhere: "收件文件夹各处"
        }
    }

    /// Whether a file or a folder lies in it.
    func contains(_ path: String) -> Bool { self == .everywhere || AlertScope(folderOf: path) == self }
}
