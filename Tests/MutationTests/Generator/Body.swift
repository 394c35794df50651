import Fixtures

/// A made-up body that reports.
struct Body: Sendable {
    /// Its name in full, as title and signature have it.
    let name: String
    /// As it speaks of itself: 我局.
    let own: String
    /// As it speaks of its whole region; `nil` where it governs none.
    let region: String?
    /// Whether its name leaves open that it makes 规章.
    let mayMakeRules: Bool

    init(_ name: String, _ own: String, region: String? = nil, mayMakeRules: Bool = false) {
        self.name = name
        self.own = own
        self.region = region
        self.mayMakeRules = mayMakeRules
    }

    static let all = [
        Body("青岚市水利局", "我局"),
        Body("青岚市发展和改革委员会", "我委"),
        Body("青岚市公安局东湖分局", "我局"),
        Body("青岚市住房公积金管理中心", "本单位"),
        Body("云泽省交通运输厅", "我厅"),
        Body("松川县市场监督管理局", "我局"),
        Body("松川县人民政府", "我县", region: "全县"),
        Body("青岚市东湖区人民政府", "我区", region: "全区"),
        Body("松川县人民政府办公室", "本机关"),
        Body("松川县柳林镇人民政府", "我镇", region: "全镇"),
        Body("松川县白石乡人民政府", "我乡"),
        Body("青岚市东湖区南湖街道办事处", "我街道"),
        Body("青岚高新技术产业开发区管理委员会", "本机关"),
        Body("青岚工业园区管委会", "本单位"),
        Body("青岚市人民政府", "我市", region: "全市", mayMakeRules: true),
        Body("云泽省人民政府", "我省", region: "全省", mayMakeRules: true),
        Body("白河自治州人民政府", "我州", region: "全州", mayMakeRules: true),
    ]
}
