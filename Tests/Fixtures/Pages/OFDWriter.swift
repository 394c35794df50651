import Foundation

/// A small OFD file with drawn pages.
package struct OFDWriter: Sendable {
    /// How parts of the file name each other.
    package enum Paths: CaseIterable, Sendable {
        case relative
        case absolute
        /// With the slashes of Windows, and in letters of another case than the members have.
        case odd
    }

    package var paths = Paths.relative
    /// Whether lines stand on a template page, and text on the page itself.
    package var usesTemplate = false
    /// Whether the file has a list of what in it is encrypted.
    package var isEncrypted = false
    /// Whether a list of entries with a signed value and a signature lie beside the document, as seals leave them.
    package var isProtected = false

    package init() {}

    private static let point = 25.4 / 72
    private static let namespace = "xmlns:ofd=\"http://www.ofdspec.org/2016\""

    private static let encryptInfo = """
        <ofd:EncryptInfo ID="1"><ofd:Provider ProviderName="样例"/><ofd:EncryptScope>All</ofd:EncryptScope>\
        <ofd:DecryptSeedLoc>/decryptseed.dat</ofd:DecryptSeedLoc><ofd:EntriesMapLoc>/entriesmap.dat</ofd:EntriesMapLoc>\
        </ofd:EncryptInfo>
        """

    private func addProtection(to package: inout PackageBuilder) {
        package.add(
            "OFDEntries.xml",
            root(
                "OFDEntries",
                """
                <ofd:Provider Name="样例"/><ofd:SignedValueLoc>/signedvalue.dat</ofd:SignedValueLoc>\
                <ofd:FileList><ofd:FileLoc>/OFD.xml</ofd:FileLoc></ofd:FileList>
                """))
        package.add("signedvalue.dat", [0x30, 0x82, 0x01, 0x00])
        package.add(
            "Doc_0/Signs/Signatures.xml",
            root("Signatures", "<ofd:Signature ID=\"1\" Type=\"Seal\" BaseLoc=\"Sign_0/Signature.xml\"/>"))
        package.add("Doc_0/Signs/Sign_0/Signature.xml", root("Signature", ""))
        package.add("Doc_0/Signs/Sign_0/SignedValue.dat", [0x30, 0x82, 0x02, 0x00])
    }

    /// The file.
    package func bytes(_ document: DrawnDocument) -> [UInt8] {
        var package = PackageBuilder()
        package.add(
            "OFD.xml",
            root("OFD", "<ofd:DocBody><ofd:DocRoot>\(path("Document.xml", in: ""))</ofd:DocRoot></ofd:DocBody>"))
        if isEncrypted { package.add("Encryptions.xml", root("Encryptions", OFDWriter.encryptInfo)) }
        if isProtected { addProtection(to: &package) }
        let pages = document.pages.indices.map {
            "<ofd:Page ID=\"\(100 + $0)\" BaseLoc=\"\(path("Pages/Page_\($0)/Content.xml"))\"/>"
        }
        let templates = document.pages.indices.map {
            "<ofd:TemplatePage ID=\"\(500 + $0)\" BaseLoc=\"\(path("Tpls/Tpl_\($0)/Content.xml"))\"/>"
        }
        package.add(
            "Doc_0/Document.xml",
            root(
                "Document",
                """
                <ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 \(mm(document.width)) \(mm(document.height))</ofd:PhysicalBox>
                </ofd:PageArea><ofd:PublicRes>\(path("PublicRes.xml"))</ofd:PublicRes>\(usesTemplate ? templates.joined() : "")
                </ofd:CommonData><ofd:Pages>\(pages.joined())</ofd:Pages>
                """))
        package.add(
            "Doc_0/PublicRes.xml",
            root(
                "Res",
                """
                <ofd:DrawParams><ofd:DrawParam ID="9" LineWidth="0.2"/><ofd:DrawParam ID="8" Relative="9">
                <ofd:StrokeColor Value="0 0 0"/></ofd:DrawParam></ofd:DrawParams>
                """))
        for (index, marks) in document.pages.enumerated() {
            let objects = marks.map(object)
            let lines = usesTemplate ? zip(marks, objects).filter { !isText($0.0) }.map(\.1) : []
            let own = usesTemplate ? zip(marks, objects).filter { isText($0.0) }.map(\.1) : objects
            let reference = usesTemplate ? "<ofd:Template TemplateID=\"\(500 + index)\" ZOrder=\"Background\"/>" : ""
            package.add("Doc_0/Pages/Page_\(index)/Content.xml", root("Page", reference + layer(own)))
            if usesTemplate { package.add("Doc_0/Tpls/Tpl_\(index)/Content.xml", root("Page", layer(lines))) }
        }
        return package.bytes()
    }

    private func root(_ name: String, _ content: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:\(name) \(OFDWriter.namespace)>\(content)</ofd:\(name)>"
    }

    private func layer(_ objects: [String]) -> String {
        "<ofd:Content><ofd:Layer ID=\"1\" DrawParam=\"8\">\(objects.joined())</ofd:Layer></ofd:Content>"
    }

    private func path(_ name: String, in folder: String = "Doc_0") -> String {
        switch paths {
        case .relative: folder.isEmpty ? "Doc_0/\(name)" : name
        case .absolute: "/Doc_0/\(name)"
        case .odd: "\\doc_0\\" + name.uppercased().replacing("/", with: "\\")
        }
    }

    private func mm(_ points: Double) -> String { String(format: "%.4f", points * OFDWriter.point) }

    private func isText(_ mark: DrawnDocument.Mark) -> Bool { if case .text = mark { true } else { false } }

    private func object(_ mark: DrawnDocument.Mark) -> String {
        switch mark {
        case .text(let text, let x, let y, let size, let spacing, let angle, let gray, let isInvisible):
            return textObject(text, x, y, size, spacing, angle, gray, isInvisible)
        case .line(let fromX, let fromY, let toX, let toY, let width, _):
            let (left, top) = (min(fromX, toX), min(fromY, toY))
            return """
                <ofd:PathObject ID="3" Boundary="\(mm(left)) \(mm(top)) \(mm(abs(toX - fromX))) \(mm(abs(toY - fromY)))" \
                LineWidth="\(mm(width))"><ofd:AbbreviatedData>M \(mm(fromX - left)) \(mm(fromY - top)) L \
                \(mm(toX - left)) \(mm(toY - top))</ofd:AbbreviatedData></ofd:PathObject>
                """
        case .fill(let left, let top, let right, let bottom, _):
            let (width, height) = (mm(right - left), mm(bottom - top))
            return """
                <ofd:PathObject ID="3" Boundary="\(mm(left)) \(mm(top)) \(width) \(height)" Stroke="false" Fill="true">
                <ofd:AbbreviatedData>M 0 0 L \(width) 0 L \(width) \(height) L 0 \(height) C</ofd:AbbreviatedData></ofd:PathObject>
                """
        case .image(let left, let top, let right, let bottom):
            return
                "<ofd:ImageObject ID=\"4\" Boundary=\"\(mm(left)) \(mm(top)) \(mm(right - left)) \(mm(bottom - top))\" ResourceID=\"7\"/>"
        }
    }

    /// Letters at equal distances are written as a repeated one.
    private func textObject(
        _ text: String, _ x: Double, _ y: Double, _ size: Double, _ spacing: Double, _ angle: Double, _ gray: Double,
        _ isInvisible: Bool
    ) -> String {
        let steps = text.unicodeScalars.dropLast().map { mm(($0.isASCII ? size / 2 : size) + spacing) }
        var deltas: [String] = []
        var rest = steps[...]
        while let step = rest.first {
            let run = rest.prefix { $0 == step }.count
            deltas.append(run > 2 ? "g \(run) \(step)" : Array(repeating: step, count: run).joined(separator: " "))
            rest = rest.dropFirst(run)
        }
        let radians = angle * .pi / 180
        let matrix = [cos(radians), sin(radians), -sin(radians), cos(radians), 0, 0].map { String(format: "%.5f", $0) }
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let value = Int(gray * 255)
        return """
            <ofd:TextObject ID="2" Boundary="\(mm(x)) \(mm(y)) 100 10" CTM="\(matrix.joined(separator: " "))" Font="1" \
            Size="\(mm(size))"\(isInvisible ? " Visible=\"false\"" : "")><ofd:FillColor Value="\(value) \(value) \(value)"/>\
            <ofd:TextCode X="0" Y="0" DeltaX="\(deltas.joined(separator: " "))">\(escaped)</ofd:TextCode></ofd:TextObject>
            """
    }
}
