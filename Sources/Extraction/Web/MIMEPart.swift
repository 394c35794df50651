import FoundationEssentials

/// A message of the internet, or a part of one: header fields, and a body that may be parts again.
struct MIMEPart {
    /// By name, in small letters.
    private let fields: [String: String]
    private let body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        var fields: [String: String] = [:]
        var rest = bytes
        var last: String?
        while !rest.isEmpty {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest.dropFirst(line.count + 1)
            let text = String(decoding: line, as: UTF8.self).trimmingCarriageReturn
            if text.isEmpty { break }
            if text.first?.isWhitespace == true, let name = last {
                fields[name, default: ""] += text
            } else if let colon = text.firstIndex(of: ":") {
                let name = text[..<colon].lowercased()
                fields[name] = String(text[text.index(after: colon)...])
                last = name
            }
        }
        self.fields = fields
        body = rest
    }

    /// What it is, as `text/html`.
    var type: String {
        let value = fields["content-type"]?.prefix { $0 != ";" } ?? ""
        return value.lowercased().filter { !$0.isWhitespace }
    }

    /// The parts that it is made of; none where it is no such message.
    var parts: [MIMEPart] {
        guard type.hasPrefix("multipart/"), let boundary = parameter("boundary") else { return [] }
        let mark = Array("--\(boundary)".utf8)
        var parts: [MIMEPart] = []
        var start: Int?
        var place = body.startIndex
        while place < body.endIndex {
            let line = body[place...].prefix { $0 != UInt8(ascii: "\n") }
            if line.starts(with: mark) {
                if let start { parts.append(MIMEPart(body[start..<place])) }
                start = min(line.endIndex + 1, body.endIndex)
                if line.dropFirst(mark.count).starts(with: Array("--".utf8)) { return parts }
            }
            place = line.endIndex + 1
        }
        // The end is missing where the file was cut off.
        if let start { parts.append(MIMEPart(body[start...])) }
        return parts
    }

    /// The bytes that the body stands for.
    var content: [UInt8] {
        switch fields["content-transfer-encoding"]?.lowercased().filter({ !$0.isWhitespace }) {
        case "base64": MIMEPart.base64(body)
        case "quoted-printable": MIMEPart.quotedPrintable(body)
        default: Array(body)
        }
    }

    private func parameter(_ name: String) -> String? {
        for parameter in (fields["content-type"] ?? "").split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
            if pair.count == 2, pair[0].lowercased() == name { return pair[1].filter { $0 != "\"" } }
        }
        return nil
    }

    private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
        let digits = body.filter { $0 > 0x20 }
        // A file that was cut off ends within a group.
        let whole = Data(digits.dropLast(digits.count % 4))
        return Data(base64Encoded: whole, options: .ignoreUnknownCharacters).map { [UInt8]($0) } ?? []
    }

    private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var content: [UInt8] = []
        var place = body.startIndex
        while place < body.endIndex {
            let byte = body[place]
            let next = body[(place + 1)...].prefix(2)
            if byte != UInt8(ascii: "=") {
                content.append(byte)
                place += 1
            } else if let value = UInt8(String(decoding: next, as: UTF8.self), radix: 16), next.count == 2 {
                content.append(value)
                place += 3
            } else if next.first == UInt8(ascii: "\n") {
                place += 2
            } else if next.elementsEqual(Array("\r\n".utf8)) {
                place += 3
            } else {
                content.append(byte)
                place += 1
            }
        }
        return content
    }
}

extension String {
    fileprivate var trimmingCarriageReturn: String { last == "\r" ? String(dropLast()) : self }
}
