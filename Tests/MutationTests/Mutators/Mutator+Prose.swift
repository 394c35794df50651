import Fixtures
import Reports

extension Mutator {
    static let narrative = [
        Mutator("narrative-requests", "received") { specimen, random in
            specimen.report.ownPassages[.requests] = [
                specimen.author.received(specimen.figures.total(.received) + Int.random(in: 1...9, using: &random))
            ]
            return Expectation("narrative-requests section/3")
        },
        Mutator("narrative-requests", "handled, carried in or carried out") { specimen, random in
            let off = Int.random(in: 1...9, using: &random)
            let figures = specimen.figures
            let (received, handled) = (figures.total(.received), figures.total(.total))
            guard ![received, received + figures.total(.carriedIn)].contains(handled + off) else { return nil }
            let sentence =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: specimen.author.handled(handled + off)
                case 1: specimen.author.course(handled: handled + off)
                case 2: specimen.author.course(carriedIn: figures.total(.carriedIn) + off)
                default: specimen.author.course(carriedOut: figures.total(.carriedOut) + off)
                }
            specimen.report.ownPassages[.requests] = [sentence]
            return Expectation("narrative-requests section/3")
        },
        Mutator("narrative-results", "granted or refused") { specimen, random in
            let off = Int.random(in: 1...9, using: &random)
            let figures = specimen.figures
            specimen.report.ownPassages[.requests] = [
                random.once(in: 2)
                    ? specimen.author.results(granted: figures.total(.granted) + off)
                    : specimen.author.results(refused: figures.total(.refused) + off)
            ]
            return Expectation("narrative-results section/3")
        },
        Mutator("narrative-reconsideration", "cases of reconsideration") { specimen, random in
            let number = specimen.figures.total(.reconsideration) + Int.random(in: 1...9, using: &random)
            specimen.report.ownPassages[.review] = [specimen.author.review(reconsiderations: number)]
            return Expectation("narrative-reconsideration section/4")
        },
        Mutator("narrative-reconsideration", "how the cases ended") { specimen, random in
            let upheld = (specimen.figures.review[.reconsideration]?.first ?? 0) + Int.random(in: 1...9, using: &random)
            let all = specimen.figures.total(.reconsideration)
            specimen.report.ownPassages[.review] = ["因政府信息公开被申请行政复议\(all)件，其中维持\(upheld)件。"]
            return Expectation("narrative-reconsideration section/4")
        },
        Mutator("narrative-litigation", "cases of litigation") { specimen, random in
            let number = specimen.figures.litigations + Int.random(in: 1...9, using: &random)
            specimen.report.ownPassages[.review] = [specimen.author.review(litigations: number)]
            return Expectation("narrative-litigation section/4")
        },
        Mutator("narrative-normative-documents", "issued or in force") { specimen, random in
            let numbers = specimen.figures.disclosure[.normativeDocuments] ?? [0, 0, 0]
            let off = Int.random(in: 1...9, using: &random)
            specimen.report.ownPassages[.disclosure] = [
                random.once(in: 2)
                    ? specimen.author.documents(issued: numbers[0] + off)
                    : specimen.author.documents(inForce: numbers[2] + off)
            ]
            return Expectation("narrative-normative-documents section/2")
        },
        Mutator("narrative-decisions", "licences or penalties") { specimen, random in
            let off = Int.random(in: 1...9, using: &random)
            let licences = (specimen.figures.disclosure[.licensing]?.first ?? 0) + off
            let penalties = (specimen.figures.disclosure[.penalties]?.first ?? 0) + off
            specimen.report.ownPassages[.disclosure] = [
                random.once(in: 2)
                    ? specimen.author.decisions(licences: licences) : specimen.author.decisions(penalties: penalties)
            ]
            return Expectation("narrative-decisions section/2")
        },
        Mutator("narrative-breakdown", "parts that come to more than the total") { specimen, random in
            let sentence = specimen.author.published(off: -Int.random(in: 1...3, using: &random))
            specimen.report.ownPassages[.overview]?.append(sentence)
            return Expectation("narrative-breakdown section/1")
        },
        Mutator("narrative-percentage", "a rate that does not follow") { specimen, random in
            guard let sentence = specimen.author.rate(off: Int.random(in: 20...900, using: &random)) else { return nil }
            specimen.report.ownPassages[.requests] = [sentence]
            return Expectation("narrative-percentage section/3")
        },
    ]
}
