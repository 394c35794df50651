import Reports

extension Explanation {
    static let table3RowTotal = Explanation(
        why: "总计栏是前六栏之和。不相等，说明至少有一栏填错，这一行的数字都不可信。",
        breaks: .rows([Example.Row(.requests(.granted), "5 | 2 | 0 | 0 | 0 | 0 | 8")]),
        remark: "5＋2＝7，总计写了 8。",
        keeps: .rows([Example.Row(.requests(.granted), "5 | 2 | 0 | 0 | 0 | 0 | 7")]))

    static let table3ResultsTotal = Explanation(
        why: "“（七）总计”是各项办理结果之和。不相等，说明有申请漏计、重计或计错了栏。",
        breaks: .rows(results(granted: "6 | 2 | 0 | 0 | 0 | 0 | 8")),
        remark: "自然人一栏：6＋1＋2＋1＝10，（七）总计为 9。其他各行均为 0。",
        keeps: .rows(results(granted: "5 | 2 | 0 | 0 | 0 | 0 | 7")))

    private static func results(granted: String) -> [Example.Row] {
        [
            Example.Row(.requests(.granted), granted),
            Example.Row(.requests(.partlyGranted), "1 | 0 | 0 | 0 | 0 | 0 | 1"),
            Example.Row(.requests(.notHeld), "2 | 1 | 0 | 0 | 0 | 0 | 3"),
            Example.Row(.requests(.repeated), "1 | 0 | 0 | 0 | 0 | 0 | 1"),
            Example.Row(.requests(.total), "9 | 3 | 0 | 0 | 0 | 0 | 12"),
        ]
    }

    static let table3Balance = Explanation(
        why: "表三印有勾稽关系：新收加上年结转，等于办理结果总计加结转下年度。收到的申请不是办结就是结转，不相等就有申请没有下落。",
        breaks: .rows(balance(carriedOut: "2 | 0 | 0 | 0 | 0 | 0 | 2")),
        remark: "自然人一栏：9＋1＝10，9＋2＝11，两边不等。",
        keeps: .rows(balance(carriedOut: "1 | 0 | 0 | 0 | 0 | 0 | 1")))

    private static func balance(carriedOut: String) -> [Example.Row] {
        [
            Example.Row(.requests(.received), "9 | 3 | 0 | 0 | 0 | 0 | 12"),
            Example.Row(.requests(.carriedIn), "1 | 0 | 0 | 0 | 0 | 0 | 1"),
            Example.Row(.requests(.total), "9 | 3 | 0 | 0 | 0 | 0 | 12"),
            Example.Row(.requests(.carriedOut), carriedOut),
        ]
    }

    static let table4Total = Explanation(
        why: "每一组的总计是结果维持、结果纠正、其他结果、尚未审结四项之和。不相等，案件数就说不清。",
        breaks: .rows([Example.Row(.review(.reconsideration), "1 | 0 | 0 | 0 | 0")]),
        remark: "四种结果之和为 1，总计写了 0。",
        keeps: .rows([Example.Row(.review(.reconsideration), "1 | 0 | 0 | 0 | 1")]))
}
