import Testing

@testable import Office

@Suite struct `The folder of an agency` {
    private func folder(_ agency: String) -> String {
        String(Filing.path(year: "2024", agency: agency, version: 1).split(separator: "/")[2])
    }

    @Test(arguments: ["CON", "nul", "aux.txt", "COM1", "lpt9.年报", "Prn . x", "com¹", "CONOUT$"])
    func `is none that Windows takes for a device`(agency: String) {
        #expect(folder(agency) == "_" + agency)
        #expect(folder("_" + agency) == "__" + agency)
    }

    @Test(arguments: ["青岚市水利局", "console", "com10", "_甲", "auxiliary", "COM", "甲.nul"])
    func `is its name otherwise`(agency: String) {
        #expect(folder(agency) == agency)
    }

    @Test func `bears no number of a person, and no end that Windows drops`() {
        #expect(Filing(year: 2024, agency: "NUL .").agency == "NUL")
        #expect(Filing(year: nil, agency: nil, file: "年报13800138000.docx").agency == "年报138______00")
    }
}
