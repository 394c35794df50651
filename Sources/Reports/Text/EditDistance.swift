/// How many letters must be put in, left out or changed to make one text of another.
///
/// Takes as many steps as the product of their lengths.
package func editDistance(_ left: String, _ right: String) -> Int {
    editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars))
}

/// The same of texts that are at hand as scalars.
package func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    var i = 0
    // Loops of plain numbers: those of sequences take five times as long where the compiler does not optimise, as in the tests,
    // which come here a million times.
    while i < left.count {
        let letter = left[i]
        var diagonal = row[0]
        i += 1
        row[0] = i
        var j = 0
        while j < right.count {
            let above = row[j + 1]
            if letter == right[j] {
                row[j + 1] = diagonal
            } else {
                var least = diagonal < above ? diagonal : above
                if row[j] < least { least = row[j] }
                row[j + 1] = least + 1
            }
            diagonal = above
            j += 1
        }
    }
    return row[right.count]
}
