/// A piece of a sentence that means something to the reader of numeric statements.
enum Token: Hashable {
    case amount(Amount)
    /// A percentage, as printed, without its sign.
    case percent(String)
    /// A year: 2024年.
    case year(Int)
    case word(Word)
    case stop(Stop)
    /// Any other text.
    case other
}

/// A number with its measure word.
struct Amount: Hashable {
    var value: Int
    /// 件, 条; empty where the number stands alone.
    var unit: String
    /// 约 10 件, 500 余条: no number to compare with another.
    var isApproximate: Bool
}

/// Punctuation that divides a sentence.
enum Stop: Hashable {
    case comma
    /// 、, which divides a list but no clause.
    case listComma
    case semicolon
    case colon
    case open
    case close
}
