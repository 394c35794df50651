import Foundation
import Office

/// Where the commands speak: standard output for results, standard error for everything else.
enum Console {
    /// How text for standard output is laid out: colours and broken lines only on a terminal that can show them.
    static var style: TextStyle {
        let environment = ProcessInfo.processInfo.environment
        guard isatty(STDOUT_FILENO) == 1 else { return TextStyle() }
        let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        let width = environment["COLUMNS"].flatMap(Int.init) ?? 80
        return TextStyle(colour: !isPlain, width: max(width, 40))
    }

    /// A line for the person at the terminal that is no result.
    static func complain(_ words: String) {
        FileHandle.standardError.write(Data("\(words)\n".utf8))
    }

    /// A question, behind which the person at the terminal answers.
    static func ask(_ words: String) {
        FileHandle.standardOutput.write(Data(words.utf8))
    }
}
