package import Channels
package import Foundation

/// How notices are made, and which channels they go to.
package struct Notices: Sendable, Equatable {
    package var channels: [String: Channel] = [:]
    package var office = ""
    package var link = ""
    package var zone = "Asia/Shanghai"

    package init() {}

    /// The channels that a notice goes to. One that fails is not told so by itself.
    package func channels(for notice: Notice) -> [String] {
        let failing = notice.kind == Alert.Kind.channelFailing.rawValue ? notice.firing.map(\.subject) : []
        return channels.filter { name, channel in
            channel.kind?.carriesNotices == true && channel.least <= notice.severity && !failing.contains(name)
        }.keys.sorted()
    }

    /// What people are told of alerts: the kind's own words, and no name of a file, since that may be a person's.
    package func notice(_ telling: AlertPlan.Telling, id: String, thread: String, at date: Date) -> Notice {
        let traits = telling.kind.traits
        return Notice(
            id: id, thread: thread, kind: telling.kind.rawValue, title: traits.title, advice: traits.advice,
            severity: traits.severity, firing: telling.firing.map(item), resolved: telling.resolved.map(item),
            isRepeat: telling.isRepeat, at: date, office: office, link: link, zone: zone)
    }

    /// A notice by which a person sees whether a channel works.
    package func test(id: String, at date: Date) -> Notice {
        Notice(
            id: id, kind: "test", title: "试发消息", advice: "收到这条消息，说明这一路可以送达；无须处理。", severity: .info,
            isTest: true, at: date, office: office, link: link, zone: zone)
    }

    private func item(_ state: AlertState) -> Notice.Item {
        let alert = state.alert
        let subject =
            switch alert.about {
            case .report, .place: alert.subject
            case .file: "\(AlertScope(folderOf: alert.subject).name)中的文件"
            }
        return Notice.Item(alert: state.id, subject: subject, since: state.since, ended: state.cleared)
    }
}
