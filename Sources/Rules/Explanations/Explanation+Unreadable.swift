extension Explanation {
    static let unreadableDamaged = Explanation(
        why: "文件没有传完，或者内部结构已坏，读出来的内容不完整。不完整的内容不能作为校核的依据，所以不算通过，也不算有错。",
        breaks: .situation("上传中途断网，文件只有前一半，WPS 也打不开。"),
        keeps: .situation("文件在原来的软件中能够正常打开，重新另存后再提交。"))

    static let unreadableEncrypted = Explanation(
        why: "设了打开密码的文件，程序和公众都读不到内容。年度报告是要公开的，不需要密码。",
        breaks: .situation("文件打开时要求输入密码。"),
        keeps: .situation("取消密码后另存的文件，直接就能打开。"))

    static let unreadableLimit = Explanation(
        why: "读取的文件有大小、字数和单元格数的上限，防止一份异常的文件拖住其他单位的校核。上限在设置 [limits] 中，年度报告通常不到上限的十分之一。",
        breaks: .situation("报告里插入了几百张未压缩的照片，文件超过 100 MB。"),
        keeps: .situation("只留正文和三张表，文件几十 KB。"))

    static let unreadableFormat = Explanation(
        why: "格式不认识，就读不出文字和表格。没有读懂的文件不会算作通过。",
        breaks: .situation("提交的是压缩包或图片。"),
        keeps: .situation("提交的是在原来的软件中另存为 Word 文档（.docx）的年度报告。"))

    static let unreadableScanned = Explanation(
        why: "扫描件只有图像没有文字，数字无法逐格核对，公众也无法检索和复制。盖章的扫描件可以另存，校核请用原始电子文件。",
        breaks: .situation("把打印件盖章后扫描成 PDF 提交。"),
        keeps: .situation("提交打印之前的电子文件，其中的文字可以选中、复制。"))

    static let unreadableNotAReport = Explanation(
        why: "收件文件夹里有时会放进通知、函件。不是年度报告的文件没有可以校核的内容，给出结论反而误导。",
        breaks: .situation("放进来的是《关于召开业务培训会的通知》。"),
        keeps: .situation("放进来的是有六个部分和三张表的年度报告正文。"))

    static let unreadableCrash = Explanation(
        why: "文件在单独的程序中读取，读坏了也不影响其他单位。那个程序两次都在这份文件上中断，说明程序有缺陷，不说明报告有错；为了不拖住其他文件，不再自动尝试。",
        breaks: .situation("文件内部的结构十分少见，读取程序每次读到同一处就中断。"),
        keeps: .situation("换一种格式另存后重新提交，读取程序能够读完。"))

    static let unreadableOther = Explanation(
        why: "读取时遇到没有单独列出的情况。没有读懂的文件不会算作通过。",
        breaks: .situation("文件无法读取，原因见结论。"),
        keeps: .situation("换一种格式另存后重新提交，可以读取。"))
}
