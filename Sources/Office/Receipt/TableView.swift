/// A printed table as the templates want it: rows of heads and cells, spans included.
struct TableView {
    /// A head of a row or a column.
    struct Head {
        var text: String
        var columns = 1
        var rows = 1
        /// `row`, `col`, `rowgroup` or `colgroup`, as HTML calls it.
        var scope = "row"
        var marks: [Int] = []
        var style = ""
    }

    /// A cell of numbers.
    struct Cell {
        var text: String
        var columns = 1
        /// What is to be said beside the number: 和为 3.
        var notes: [String] = []
        /// The numbers of the findings that concern the cell.
        var marks: [Int] = []
        /// The classes of the cell: `error`, `warning`, `absent`.
        var style = ""
    }

    struct Row {
        var heads: [Head] = []
        var cells: [Cell] = []
    }

    var id: String
    var caption: String
    var marks: [Int] = []
    /// How wide the columns are, in hundredths of the table; empty where the text decides.
    var widths: [Int] = []
    var head: [Row] = []
    var body: [Row] = []
    var foot: [Row] = []
}
