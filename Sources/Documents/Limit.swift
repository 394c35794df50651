/// One of the limits. The raw value is its name in the settings.
package enum Limit: String, CaseIterable, Sendable {
    case fileSize = "limits.file_size"
    case characters = "limits.characters"
    case cells = "limits.cells"
    case archiveMembers = "limits.archive_members"
    case expandedSize = "limits.expanded_size"
    case ratio = "limits.ratio"
    case depth = "limits.depth"
    case elements = "limits.elements"
    case pages = "limits.pages"
    case marksPerPage = "limits.marks_per_page"
    case time = "limits.time"
    case memory = "limits.memory"

    /// Where its value is kept.
    package var path: any WritableKeyPath<Limits, Int> & Sendable {
        switch self {
        case .fileSize: \.fileBytes
        case .characters: \.characters
        case .cells: \.cells
        case .archiveMembers: \.archiveMembers
        case .expandedSize: \.expandedBytes
        case .ratio: \.ratio
        case .depth: \.depth
        case .elements: \.elements
        case .pages: \.pages
        case .marksPerPage: \.marksPerPage
        case .time: \.milliseconds
        case .memory: \.memory
        }
    }
}
