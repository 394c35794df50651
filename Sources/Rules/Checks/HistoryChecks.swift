import Reports

/// The report against what is known from elsewhere.
enum HistoryChecks {
    /// With these words begins what the body's own earlier report is called; another body's begins with a quotation mark.
    static let ownReport = "本机关 "

    static func carryOver(in report: Report, _ context: Context) -> [Hit] {
        guard let previous = context.previous, let row = report.requests?[.carriedIn], let cells = row.cells else {
            return []
        }
        return zip(Applicant.allCases, cells).compactMap { column, cell in
            guard let stated = cell.count, let before = previous.carriedOut[column], stated != before else {
                return nil
            }
            return Hit(
                at: .requestsCell(.carriedIn, column), excerpt: row.excerpt[...],
                facts: ["stated": .number(stated), "previous": .number(before), "year": .number(previous.year)])
        }
    }

    static func effectiveCount(in report: Report, _ context: Context) -> [Hit] {
        guard let previous = context.previous else { return [] }
        return [DisclosureRow.rules, .normativeDocuments].compactMap { id in
            guard let row = report.disclosure?[id], let counts = row.counts, counts.count == 3,
                let before = previous.inForce[id],
                let sum = Count.sum([before, counts[0]]).flatMap({ Count.difference($0, counts[1]) }),
                counts[2] != sum
            else { return nil }
            return Hit(
                at: .disclosure(id), excerpt: row.excerpt[...],
                facts: [
                    "stated": .number(counts[2]), "sum": .number(sum), "previous": .number(before),
                    "year": .number(previous.year),
                ])
        }
    }

    static func nearCopy(in report: Report, _ context: Context) -> [Hit] {
        Context.comparedSections.compactMap { section in
            let twins = twins(of: section, context)
            guard !twins.isEmpty else { return nil }
            let text = Shingles(report.passages[section] ?? [])
            let limit = context.thresholds.likeness
            guard text.isComparable else { return nil }
            let twin =
                twins
                .map { (name: $0.name, likeness: text.likeness(to: $0.text, atLeast: limit)) }
                .max { $0.likeness < $1.likeness }
            guard let twin, twin.likeness >= limit else { return nil }
            return Hit(
                at: .section(section), facts: ["found": .number(twin.likeness), "twin": .text(twin.name)])
        }
    }

    private static func twins(of section: Section, _ context: Context) -> [(name: String, text: Shingles)] {
        let own = context.previous.map { ("\(ownReport)\($0.year) 年度报告", Shingles($0.texts[section] ?? [])) }
        return [own].compactMap(\.self)
            + context.others.filter { $0.section == section }.map { ("“\($0.agency)”的报告", $0.text) }
    }

    static func unknownAgency(in report: Report, _ context: Context) -> [Hit] {
        guard context.hasRoster, context.agency == nil, let agency = report.agency else { return [] }
        return [Hit(at: .title, excerpt: report.title?.text[...] ?? "", facts: ["agency": .text(agency)])]
    }

    static func folderMismatch(in report: Report, _ context: Context) -> [Hit] {
        guard let owner = context.folderOwner, let agency = report.agency else { return [] }
        return [
            Hit(
                at: .title, excerpt: report.title?.text[...] ?? "",
                facts: ["owner": .text(owner.name), "agency": .text(agency)])
        ]
    }

    static func ownerChanged(in report: Report, _ context: Context) -> [Hit] {
        guard let handover = context.handover else { return [] }
        return [Hit(at: .file, facts: ["before": .text(handover.before), "found": .text(handover.now)])]
    }

    static func late(in report: Report, _ context: Context) -> [Hit] {
        guard let timing = context.timing, timing.isLate else { return [] }
        return [
            Hit(at: .file, facts: ["found": .text(timing.day.text), "deadline": .text(timing.deadline.day.text)])
        ]
    }

    static func resubmitted(in report: Report, _ context: Context) -> [Hit] {
        guard let version = context.version, version > 1 else { return [] }
        return [Hit(at: .file, facts: ["found": .number(version)])]
    }
}
