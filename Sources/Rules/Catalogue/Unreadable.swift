import Reports

extension Catalogue {
    /// Why a file could not be checked. Found by what reads the file; here is how it is said.
    static let unreadable: [Rule] = [
        unreadable(
            "damaged", finds: "文件损坏或不完整", message: "文件损坏或不完整，无法读取{detail}。",
            fix: "请在原来的软件中打开检查，另存后重新提交。", explanation: .unreadableDamaged),
        unreadable(
            "encrypted", finds: "文件有密码", message: "文件设有密码，无法读取{detail}。",
            fix: "请取消密码后重新提交。", explanation: .unreadableEncrypted),
        unreadable(
            "limit", finds: "文件超过读取的上限", message: "文件超过了可以读取的上限{detail}。",
            fix: "请精简文件，去掉不需要的图片和附件后重新提交。", explanation: .unreadableLimit),
        unreadable(
            "format", finds: "不能读取的文件格式", message: "不能读取这种格式的文件{detail}。",
            fix: "请在原来的软件中另存为 Word 文档（.docx）或带文字的 PDF 后重新提交。",
            explanation: .unreadableFormat),
        unreadable(
            "scanned", finds: "文件是扫描的图片", message: "文件是扫描的图片，没有可以读取的文字{detail}。",
            fix: "请提交带有文字的原始电子文件。", explanation: .unreadableScanned),
        unreadable(
            "not-a-report", finds: "不是政府信息公开工作年度报告", message: "文件不像是政府信息公开工作年度报告{detail}。",
            fix: "请确认提交的是年度报告正文，而不是通知、函件或其他材料。", explanation: .unreadableNotAReport),
        unreadable(
            "crash", finds: "校核程序没能读完的文件", message: "校核程序两次都没能读完这份文件，这是程序的问题{detail}。",
            fix: "可以另存为其他格式后重新提交；程序修复后，也可以由管理人员重新校核。", explanation: .unreadableCrash),
    ]

    /// A reason that has no row of its own: the file is set aside all the same.
    static let unreadableForOtherReasons = unreadable(
        "other", finds: "文件无法读取", message: "文件无法读取{detail}。", fix: "请另存为其他格式后重新提交。",
        explanation: .unreadableOther)

    private static func unreadable(
        _ reason: String, finds: String, message: String, fix: String, explanation: Explanation
    ) -> Rule {
        Rule(
            "unreadable-\(reason)", .error, source: "—", finds: finds, message: message, fix: fix,
            explanation: explanation, check: .elsewhere)
    }
}
