/// How many letters must be put in, left out or changed to make one text of another.
package func editDistance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in right.enumerated() {
            let above = row[j + 1]
            row[j + 1] = a == b ? diagonal : min(diagonal, above, row[j]) + 1
            diagonal = above
        }
    }
    return row[right.count]
}
