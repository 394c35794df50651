import Foundation
import Rules

/// What a plot shows: values by year, each series told from the others by its pattern or line as well as by its name.
struct Chart {
    /// A line or a kind of bar, with a value for each year; `nil` where a year has none.
    struct Series {
        var name: String
        var values: [Double?]
        /// The values as the table prints them.
        var digits: [String?]
    }

    enum Form {
        /// The series of a year on top of each other.
        case bars
        /// A line each, broken where a year has no value.
        case lines
    }

    var id: String
    var title: String
    var unit: String
    var form: Form
    var years: [Int]
    var series: [Series]

    /// All that is drawn, in words, for who cannot see it: 2023 年：予以公开 3 件，…
    var description: String {
        years.indices.map { index in
            let parts = series.compactMap { series in series.digits[index].map { "\(series.name) \($0)\(unit)" } }
            return "\(years[index]) 年：" + (parts.isEmpty ? "缺" : parts.joined(separator: "，"))
        }.joined(separator: "；") + "。"
    }

    /// The largest value that is drawn.
    var largest: Double {
        switch form {
        case .lines: series.flatMap(\.values).compactMap(\.self).max() ?? 0
        case .bars: years.indices.map { index in series.reduce(0) { $0 + ($1.values[index] ?? 0) } }.max() ?? 0
        }
    }

    /// The end of the axis: the next of 1, 2, 5, 10, 20, …
    var top: Double {
        guard largest > 0 else { return 1 }
        let power = pow(10, (log10(largest)).rounded(.down))
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= largest } ?? largest
    }
}

/// A plot as its template draws it.
struct ChartView {
    struct Line {
        var from: Point
        var to: Point
    }

    struct Point {
        var x: String
        var y: String

        init(_ x: Double, _ y: Double) { (self.x, self.y) = (Self.digits(x), Self.digits(y)) }

        static func digits(_ number: Double) -> String { String(format: "%.1f", number) }
    }

    struct Bar {
        var at: Point
        var width: String
        var height: String
        /// The number of the pattern that fills it.
        var pattern: Int
    }

    struct Path {
        /// `x,y` by `x,y`.
        var points: String
        /// The number of the line's style.
        var style: Int
    }

    struct Mark {
        var at: Point
        var style: Int
    }

    struct Label {
        var at: Point
        /// Where the text stands against its place: `start`, `middle`, `end`.
        var anchor: String
        var text: String
    }

    private static let width = 400.0
    private static let plotHeight = 180.0
    private static let left = 46.0
    private static let plotTop = 18.0
    /// The space of a line of text.
    private static let line = 14.0
    private static let styles = 4
    /// The space that a year takes.
    private static let yearWidth = 31.0

    let id: String
    let title: String
    let description: String
    private(set) var height = ""
    private(set) var grid: [Line] = []
    private(set) var bars: [Bar] = []
    private(set) var paths: [Path] = []
    private(set) var marks: [Mark] = []
    private(set) var labels: [Label] = []
    private(set) var swatches: [Bar] = []

    init(_ chart: Chart) {
        id = chart.id
        title = "\(chart.title)（\(chart.unit)）"
        description = chart.description
        let frame = Frame(chart)
        height = Point.digits(frame.height)
        drawAxes(chart, frame)
        switch chart.form {
        case .bars: drawBars(chart, frame)
        case .lines: drawLines(chart, frame)
        }
    }

    /// Where years and values lie.
    private struct Frame {
        let right: Double
        let bottom: Double
        let height: Double
        let step: Double
        let top: Double

        init(_ chart: Chart) {
            // The names of lines stand at their ends, those of patterns under the plot.
            right = ChartView.width - (chart.form == .lines ? 140 : 8)
            let legend = chart.form == .bars && chart.series.count > 1 ? Double((chart.series.count + 2) / 3) : 0
            height = ChartView.plotHeight + legend * (ChartView.line + 4)
            bottom = ChartView.plotHeight - 24
            step = (right - ChartView.left) / Double(max(chart.years.count, 1))
            top = chart.top
        }

        func x(_ index: Int) -> Double { ChartView.left + step * (Double(index) + 0.5) }
        func y(_ value: Double) -> Double { bottom - (bottom - ChartView.plotTop) * value / top }
    }

    private mutating func drawAxes(_ chart: Chart, _ frame: Frame) {
        for value in [0, frame.top / 2, frame.top] {
            let y = frame.y(value)
            grid.append(Line(from: Point(Self.left, y), to: Point(frame.right, y)))
            guard value == value.rounded() else { continue }
            labels.append(Label(at: Point(Self.left - 6, y + 4), anchor: "end", text: value.brief))
        }
        // Where years stand close, every other one is named, the last in any case.
        let stride = max(1, Int((Self.yearWidth / frame.step).rounded(.up)))
        for (index, year) in chart.years.enumerated() {
            let x = frame.x(index)
            if (chart.years.count - 1 - index).isMultiple(of: stride) {
                labels.append(Label(at: Point(x, frame.bottom + 18), anchor: "middle", text: String(year)))
            }
            if chart.series.allSatisfy({ $0.values[index] == nil }) {
                labels.append(Label(at: Point(x, frame.bottom - 5), anchor: "middle", text: "缺"))
            }
        }
    }

    private mutating func drawBars(_ chart: Chart, _ frame: Frame) {
        let width = min(frame.step * 0.62, 46)
        for index in chart.years.indices {
            var sum = 0.0
            for (number, series) in chart.series.enumerated() {
                guard let value = series.values[index], value > 0 else { continue }
                let (below, above) = (frame.y(sum), frame.y(sum + value))
                bars.append(
                    Bar(
                        at: Point(frame.x(index) - width / 2, above), width: Point.digits(width),
                        height: Point.digits(below - above), pattern: number + 1))
                sum += value
            }
            guard chart.series.contains(where: { $0.values[index] != nil }) else { continue }
            labels.append(Label(at: Point(frame.x(index), frame.y(sum) - 4), anchor: "middle", text: sum.brief))
        }
        if chart.series.count > 1 { drawLegend(chart, frame) }
    }

    private mutating func drawLegend(_ chart: Chart, _ frame: Frame) {
        for (number, series) in chart.series.enumerated() {
            let x = Self.left + Double(number % 3) * 115
            let y = frame.bottom + 26 + Double(number / 3) * (Self.line + 4)
            swatches.append(Bar(at: Point(x, y), width: "22", height: "12", pattern: number + 1))
            labels.append(Label(at: Point(x + 28, y + 11), anchor: "start", text: series.name))
        }
    }

    private mutating func drawLines(_ chart: Chart, _ frame: Frame) {
        var ends: [(y: Double, text: String)] = []
        for (number, series) in chart.series.enumerated() {
            let style = number % Self.styles + 1
            let known = series.values.indices.filter { series.values[$0] != nil }
            let places = known.map { (index: $0, x: frame.x($0), y: frame.y(series.values[$0] ?? 0)) }
            let runs = places.chunked { chart.years[$1.index] == chart.years[$0.index] + 1 }
            for run in runs where run.count > 1 {
                let points = run.map { Point($0.x, $0.y) }.map { "\($0.x),\($0.y)" }.joined(separator: " ")
                paths.append(Path(points: points, style: style))
            }
            marks += places.map { Mark(at: Point($0.x, $0.y), style: style) }
            guard let last = places.last, let value = series.values[last.index] else { continue }
            ends.append((last.y, "\(Self.signs[number % Self.styles]) \(series.name) \(value.brief)"))
        }
        drawEnds(ends, frame)
    }

    /// The marks of lines as letters.
    private static let signs = ["●", "□", "▲", "◇"]

    /// The names of the lines at their ends, moved apart where they would lie on each other.
    private mutating func drawEnds(_ ends: [(y: Double, text: String)], _ frame: Frame) {
        let ordered = ends.sorted { $0.y < $1.y }
        let lowest = frame.bottom - Self.line * Double(ordered.count - 1)
        var next = Self.plotTop
        for (index, end) in ordered.enumerated() {
            let room = lowest + Self.line * Double(index)
            let y = min(max(end.y, next), room)
            labels.append(Label(at: Point(frame.right + 4, y + 4), anchor: "start", text: end.text))
            next = y + Self.line
        }
    }
}

extension Double {
    /// The number for an axis, a bar or a line, short: 1234, 1.2万, 0.5. The table beside it has it whole.
    fileprivate var brief: String {
        switch abs(self) {
        case 100_000_000...: "\(tidy(self / 100_000_000, below: 100))亿"
        case 10_000...: "\(tidy(self / 10_000, below: 100))万"
        default: tidy(self, below: 1_000)
        }
    }

    /// With one decimal below a number, where there is one.
    private func tidy(_ number: Double, below large: Double) -> String {
        String(format: number == number.rounded() || number >= large ? "%.0f" : "%.1f", number)
    }
}
