import Reports

extension Explanation {
    static let narrativeRequests = Explanation(
        why: "同一件事，文字和表格应当是同一个数。不一致时公众不知道信哪个；统计口径不同的，应当在文字中说明。",
        breaks: .prose(.requests, "全年收到政府信息公开申请15件。"),
        remark: "表三“本年新收”总计为 12。",
        keeps: .prose(.requests, "全年收到政府信息公开申请12件。"))

    static let narrativeResults = Explanation(
        why: "文字所述的办理结果与表三是同一批申请。数目不同，说明有一处统计错了，或者口径不同而没有说明。",
        breaks: .prose(.requests, "全年办结申请12件，其中予以公开9件。"),
        remark: "表三“予以公开”总计为 7。",
        keeps: .prose(.requests, "全年办结申请12件，其中予以公开7件。"))

    static let narrativeReconsideration = Explanation(
        why: "表四统计因政府信息公开引起的行政复议。文字中的件数与它不同，要么一处有误，要么把其他行政复议也算了进来。",
        breaks: .prose(.review, "全年因政府信息公开被申请行政复议3件。"),
        remark: "表四“行政复议”总计为 1。",
        keeps: .prose(.review, "全年因政府信息公开被申请行政复议1件。"))

    static let narrativeLitigation = Explanation(
        why: "表四分“未经复议直接起诉”和“复议后起诉”两组，两组总计相加就是行政诉讼的件数。文字中的件数应当与它一致。",
        breaks: .prose(.review, "全年因政府信息公开被提起行政诉讼2件。"),
        remark: "表四两组行政诉讼的总计都是 0。",
        keeps: .prose(.review, "全年没有因政府信息公开被提起行政诉讼。"))

    static let narrativeNormativeDocuments = Explanation(
        why: "文字中制发、废止、现行有效的规范性文件，与表二是同一批文件。数目不同，公众无法知道现行有效的究竟有几件。",
        breaks: .prose(.disclosure, "全年制发行政规范性文件3件。"),
        remark: "表二“行政规范性文件”本年制发为 2。",
        keeps: .prose(.disclosure, "全年制发行政规范性文件2件。"))

    static let narrativeDecisions = Explanation(
        why: "表二填的是全年作出的决定数量。文字与表不同，常见的是笔误，或者一处写事项数、一处写决定数。",
        breaks: .prose(.disclosure, "全年作出行政许可决定68件。"),
        remark: "表二“行政许可”为 86。",
        keeps: .prose(.disclosure, "全年作出行政许可决定86件。"))

    static let narrativeBreakdown = Explanation(
        why: "写了“其中”就是把总数分开来说，各项之和应当等于总数。只举几个例子的，请写“包括……等”。",
        breaks: .prose(.disclosure, "全年发布信息20条，其中文件类8条，动态类13条。"),
        remark: "8＋13＝21，总数写了 20。",
        keeps: .prose(.disclosure, "全年发布信息20条，其中文件类8条，动态类12条。"))

    static let narrativePercentage = Explanation(
        why: "比率由同一句话里的两个数算出。算不出来，说明比率或者其中一个数写错了。四舍五入和舍去尾数都认可。",
        breaks: .prose(.requests, "收办公开申请13件，办结12件，办结率100%。"),
        remark: "12 除以 13 约为 92.3%。",
        keeps: .prose(.requests, "收办公开申请13件，办结12件，办结率92.3%。"))
}
