@testable import Settings

/// A suite that reads settings from text.
protocol ReadsSettings {}

extension ReadsSettings {
    func parse(_ text: String) throws(SettingsError) -> Settings {
        try Settings.parse(Array(text.utf8), file: "设置.toml")
    }

    func problems(_ text: String) -> [SettingsProblem] {
        do throws(SettingsError) {
            _ = try parse(text)
            return []
        } catch {
            return error.problems
        }
    }
}
