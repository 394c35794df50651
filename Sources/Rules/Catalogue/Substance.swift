import Reports

extension Catalogue {
    /// Numbers that a body of this kind can hardly have.
    static let substance: [Rule] = [
        Rule(
            "rule-making-power", .error, source: "《立法法》关于规章制定权限的规定；\(form)，表二",
            finds: "没有规章制定权的机关填报了规章",
            message: "{at}填写为 {found}，而“{agency}”不是有规章制定权的机关。",
            fix: "规章只由国务院部门、省级政府和设区的市、自治州政府制定；本单位文件请填入“行政规范性文件”行或不计，规章行填 0。",
            check: .known(SubstanceChecks.ruleMaking)),
        Rule(
            "fee-unit", .warning, source: "\(form)，表二",
            finds: "行政事业性收费像是以元填写，而表格单位为万元",
            message: "{at}填写为 {found} 万元，数额偏大，可能是以元为单位填写。",
            fix: "请核对单位；以元统计的，请换算为万元。",
            check: .report(SubstanceChecks.feeUnit)),
    ]
}
