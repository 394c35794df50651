import Fixtures
import ReaderInterface

extension Mutator {
    static let bytes = [
        Mutator("unreadable-damaged", "nothing in the file, or half a character") { specimen, random in
            specimen.ownBytes = random.pick([[], Array(" \n\t\n".utf8), [0xFF, 0xFE, 0x2E], [0xFF, 0xFE, 0x00, 0xD8]])
            return Expectation("unreadable-damaged file")
        },
        Mutator("unreadable-limit", "more than is read") { specimen, random in
            switch Int.random(in: 0..<3, using: &random) {
            case 0: specimen.limits.fileBytes = specimen.bytes.count - 1
            case 1: specimen.limits.characters = specimen.bytes.count / 4 - 1
            default: specimen.limits.cells = 0
            }
            guard specimen.limits.cells > 0 || specimen.layout.partsCells else { return nil }
            return Expectation("unreadable-limit file")
        },
        Mutator("unreadable-format", "a format that is not read") { specimen, random in
            let mark = random.pick([
                [0x89, 0x50, 0x4E, 0x47], Array("GIF89a".utf8), [0, 1, 2],
            ])
            specimen.ownBytes = mark + Array(specimen.text.utf8)
            return Expectation("unreadable-format file")
        },
        Mutator("unreadable-not-a-report", "a letter") { specimen, random in
            let text = random.pick([
                "关于报送政府信息公开工作年度报告的通知\n\n各单位：\n请于1月31日前报送年度报告。", "一、会议时间\n1月5日\n二、会议地点\n三楼会议室\n三、参会人员\n各科室负责人",
            ])
            specimen.ownBytes = Array("\(specimen.body.name)\n\(text)".utf8)
            return Expectation("unreadable-not-a-report file")
        },
    ]
}
