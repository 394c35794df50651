import Reports

extension SettingKey {
    /// By when reports are due.
    static let deadlines: [SettingKey] = [
        SettingKey(
            "deadlines.submit", \.deadlines.everybody.submit, .optionalDate,
            "报送期限，最后一天的月和日。留空为法定的 1 月 31 日（本级政府的报告为 3 月 31 日）。"),
        SettingKey("deadlines.publish", \.deadlines.everybody.publish, .optionalDate, "公布期限，写法和留空时同上。"),
        SettingKey("deadlines.grace", \.deadlines.grace, .days, "期限过后几天之内不算逾期。"),
        SettingKey(
            "deadlines.reminders", \.deadlines.reminders, .dayList, "期限之前几天提醒尚未报送的单位；那一天休息的，提前到上一个工作日。"),
        SettingKey("deadlines.pursuit", \.deadlines.pursuit, .days, "期限过后几天之内催报；更早的年度不再催。"),
        SettingKey("deadlines.next_workday", \.deadlines.movesToWorkday, .answer, "期限的最后一天休息时，是否顺延到下一个工作日。"),
        SettingKey(
            "deadlines.calendar", \.calendar.path, .optionalPath,
            "放假和调休的表，一般放在 /etc/nianbao/calendar.csv，列为日期、类型（休息或上班）、说明。没有时按星期判断。"),
        SettingKey("deadlines.zone", \.deadlines.zone, .zone, "期限和上班时间用哪里的时间。"),
    ]

    /// How people hear of what is wrong.
    static let alerts: [SettingKey] = [
        SettingKey("alerts.office", \.alerts.office, .words, "消息中本单位的名称，如青岚市政务公开办。"),
        SettingKey("alerts.link", \.alerts.link, .words, "消息中总览页的网址；留空则不写。"),
        SettingKey("alerts.remind_at", \.alerts.remindAt, .clock, "工作日的什么时间提醒和催报。请避开整点和半点。"),
        SettingKey("alerts.disk_free", \.alerts.diskFree, .size, "存放台账或结果的磁盘，可用空间少于多少就告警。"),
        SettingKey("alerts.inodes_free", \.alerts.inodesFree, .count, "存放台账或结果的磁盘，还能建立的文件少于多少个就告警。"),
        SettingKey("alerts.journal_lag", \.alerts.journalLag, .duration, "日志记录多长时间送不出去就告警。"),
    ]
}
