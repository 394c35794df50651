import Reports
import Settings
import SystemPackage
import Testing

@Suite struct `The inbox as shares` {
    private static let roster = Roster([
        Agency(name: "青岚市水利局", folder: "水利局"), Agency(name: "桐花街道办事处"),
    ])

    private func refusal(_ agencies: [Agency]) -> String {
        do throws(ShareError) {
            _ = try Shares(Roster(agencies), settings: Settings())
            return ""
        } catch {
            return error.description
        }
    }

    @Test func `each body has a folder and an account of its own`() throws {
        let places = try Shares(Self.roster, settings: Settings()).places
        #expect(places.map(\.folder) == ["水利局", "桐花街道办事处"])
        #expect(Set(places.map(\.account)).count == 2)
        #expect(places.allSatisfy { $0.account.wholeMatch(of: /nb-[0-9a-f]{8}/) != nil })
    }

    @Test func `an account stays when lines of the roster move`() throws {
        let moved = Roster(Self.roster.agencies.reversed())
        #expect(
            try Shares(moved, settings: Settings()).places.reversed()
                == Shares(Self.roster, settings: Settings()).places)
    }

    @Test func `a body is in every part`() throws {
        let shares = try Shares(Self.roster, settings: Settings())
        for place in shares.places {
            #expect(shares.commands.contains("bureau \(place.account) '\(place.folder)' '\(place.agency)'\n"))
            #expect(shares.samba.contains("[\(place.folder)]"))
            #expect(shares.samba.contains("valid users = \(place.account)\n"))
            #expect(shares.sftp.contains("Match User \(place.account)\n"))
        }
    }

    @Test func `the folder of the office is for its group alone, and not there where nobody asks for it`() throws {
        let off = try Shares(Self.roster, settings: Settings())
        #expect(!off.commands.contains("nianbao-desk") && !off.samba.contains("nianbao-desk"))
        var settings = Settings()
        settings.desk.folder = "/srv/nianbao/desk"
        let shares = try Shares(Self.roster, settings: settings)
        #expect(shares.commands.contains("install -d -m 3770 -o root -g nianbao-desk '/srv/nianbao/desk'\n"))
        #expect(shares.samba.contains("path = /srv/nianbao/desk\n   valid users = @nianbao-desk\n"))
        settings.desk.folder = "/srv/a'b"
        #expect(throws: ShareError.self) { try Shares(Self.roster, settings: settings) }
    }

    @Test(arguments: ["a/b", "a'b", "$(id)", "a%Ub", "[global]", "..", "a\u{202E}b", " ", "a b", "a\nb"])
    func `what would mean something to a shell or to Samba is refused`(folder: String) {
        #expect(refusal([Agency(name: "青岚市水利局", folder: folder)]).contains("收件文件夹"))
    }

    @Test func `folders that differ in case only are refused`() {
        let agencies = [Agency(name: "甲局", folder: "SLJ"), Agency(name: "乙局", folder: "slj")]
        #expect(refusal(agencies).contains("不分大小写"))
    }

    @Test func `each body reads its own results, where there are any`() throws {
        var settings = Settings()
        #expect(try !Shares(Self.roster, settings: settings).samba.contains("-回执"))
        #expect(try !Shares(Self.roster, settings: settings).commands.contains("returned"))
        settings.returns.folder = "/srv/nianbao/returns"
        let shares = try Shares(Self.roster, settings: settings)
        for place in shares.places {
            #expect(
                shares.samba.contains(
                    """
                    [\(place.folder)-回执]
                       comment = \(place.agency)：回执，只读
                       path = /srv/nianbao/returns/\(place.folder)
                       valid users = \(place.account)
                       read only = yes

                    """.dropLast()))
            #expect(shares.commands.contains("returned \(place.account) '\(place.folder)'\n"))
        }
        #expect(shares.commands.contains("setfacl -m g:nianbao-bureaus:--x '/srv/nianbao/returns'"))
    }

    @Test func `a folder that is called as the results of another body are is refused`() {
        var settings = Settings()
        settings.returns.folder = "/srv/nianbao/returns"
        let roster = Roster([Agency(name: "甲局"), Agency(name: "乙局", folder: "甲局-回执")])
        #expect(throws: ShareError.self) { try Shares(roster, settings: settings) }
    }

    @Test func `an empty roster is refused`() { #expect(refusal([]).contains("名录是空的")) }
}
