extension SettingKey {
    static let journals = SettingKey(
        "collect.journals", \.collect.journals, .path, "systemd-journal-remote 把各办公室发来的日志写在哪个文件夹。改动要重启服务才能生效。")

    static let collect: [SettingKey] = [
        journals,
        SettingKey("collect.offices", \.collect.offices, .optionalPath, "办公室名册：一张表，列名为 名称、上级、证书。"),
        SettingKey("collect.silence", \.collect.silence, .duration, "一个办公室的机器多长时间没有任何日志传来，就告警。"),
        SettingKey("collect.clock_tolerance", \.collect.clockTolerance, .duration, "一个办公室的时钟与本机相差超过多少就告警。"),
        SettingKey(
            "collect.patience", \.collect.patience, .duration,
            "中间缺了记录、后面的已经传到时，等多长时间才告警。日志漏掉的记录，各办公室会自动重发。"),
        SettingKey("collect.scan_interval", \.collect.scanInterval, .duration, "没有任何变动通知时，每隔多长时间完整查看一遍收到的日志。"),
    ]
}
