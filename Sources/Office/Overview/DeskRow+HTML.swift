extension DeskRow {
    /// The row as HTML, all text in it escaped: there are thousands of them in a large county, too many to be looked up from a template.
    var html: String {
        let (agency, state) = (self.agency.escapedForHTML, self.state.escapedForHTML)
        let groups = self.groups.map { "<td class=\"group\">\($0.escapedForHTML)</td>" }.joined()
        let receipts = self.receipts.map { address in
            "<a href=\"\(address.escapedForHTML)\" aria-label=\"\(agency)的回执\">回执</a>"
        }.joined()
        let note = self.note.isEmpty ? "" : " <small>\(self.note.escapedForHTML)</small>"
        let years = self.years.map { address in
            " <a href=\"\(address.escapedForHTML)\" aria-label=\"\(agency)的历年对比\">历年</a>"
        }.joined()
        return """
            <tr data-state="\(state)" data-words="\(words.escapedForHTML)"><td class="count">\(number)</td>\
            <th scope="row">\(agency)\(sumsUp ? " <small>汇总报告</small>" : "")</th>\(groups)\
            <td class="verdicts" data-key="\(rank)"><span class="verdict \(state)">\
            <span aria-hidden="true">\(sign)</span> \(stateName)</span>\(note)</td>\
            <td class="count" data-name="须改正">\(errors)</td><td class="count" data-name="请核实">\(warnings)</td>\
            <td>\(version.escapedForHTML)</td><td>\(time.escapedForHTML)</td><td class="receipt">\(receipts)\(years)</td></tr>
            """
    }
}
