/// A column of the roster file, by the words at its head.
enum RosterColumn: String, CaseIterable {
    case name = "名称"
    case otherNames = "其他名称"
    case group = "分组"
    case deadline = "报送期限"
    case makesRules = "可制定规章"
    case sumsUp = "汇总"
    case folder = "收件文件夹"
    case contact = "联系人"
}
