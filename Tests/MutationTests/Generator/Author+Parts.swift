import Fixtures
import Reports

/// Sentences that divide what the tables count: by applicant, by channel, by outcome.
extension Author {
    /// 新收, by applicant or by channel.
    mutating func receivedInParts() -> String {
        let columns = figures.requests[.received] ?? []
        let total = count(columns.last ?? 0, "件")
        let (people, bodies) = (columns.first ?? 0, columns.dropFirst().dropLast().reduce(0, +))
        let online = Int.random(in: 0...(columns.last ?? 0), using: &random)
        let post = (columns.last ?? 0) - online
        return opening()
            + pick([
                "收到政府信息公开申请\(total)，其中自然人\(count(people, "件"))，法人或其他组织\(count(bodies, "件"))。",
                "共收到政府信息公开申请\(total)（自然人申请\(count(people, "件"))，法人或其他组织申请\(count(bodies, "件"))）。",
                "受理依申请公开\(total)，其中通过网络提交\(count(online, "件"))、通过信函提交\(count(post, "件"))，均按时答复。",
                "收到公开申请\(total)，从渠道看，网上申请\(count(online, "件"))，当面、信函申请\(count(post, "件"))。",
                "新收政府信息公开申请\(total)，自然人申请\(count(people, "件"))、法人和其他组织申请\(count(bodies, "件"))，同比下降12.5%。",
            ])
    }

    /// 收办: received and carried in.
    mutating func undertaken() -> String {
        let (received, before) = (figures.total(.received), figures.total(.carriedIn))
        let all = count(received + before, "件")
        return opening()
            + pick([
                "收办政府信息公开申请\(all)，其中新收\(count(received, "件"))，上年结转\(count(before, "件"))。",
                "收办依申请公开\(all)（含上年结转\(count(before, "件"))）。",
            ])
    }

    /// 行政复议 and 行政诉讼, by outcome.
    mutating func reviewInParts() -> String {
        let numbers = (figures.review[.reconsideration] ?? []).map { count($0, "件") }
        let direct = count(figures.total(.litigationDirect), "件")
        let after = count(figures.total(.litigationAfterReconsideration), "件")
        let litigations = count(figures.litigations, "件")
        return opening()
            + pick([
                "发生政府信息公开行政复议案件\(numbers[4])，其中结果维持\(numbers[0])、结果纠正\(numbers[1])、其他结果\(numbers[2])、尚未审结\(numbers[3])。",
                "因政府信息公开被申请行政复议\(numbers[4])，维持\(numbers[0])，纠正\(numbers[1])，其他\(numbers[2])，尚未审结\(numbers[3])。",
                "因政府信息公开被提起行政诉讼\(litigations)，其中未经复议直接起诉\(direct)，复议后起诉\(after)。",
            ])
    }
}
