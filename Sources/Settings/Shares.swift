import Linux
import Office
package import Reports
import SystemPackage

/// The inbox and the results as shares: an account and a folder for each body of the roster.
///
/// A body can reach its own folder only. The accounts are in one group that may pass through the inbox, and not list it; the folders belong to
/// the group of the inbox, in which the daemon is and they are not.
package struct Shares: Sendable {
    /// A body with what it has on the server.
    package struct Place: Sendable, Equatable {
        package let agency: String
        package let folder: String
        /// Of its name, so that it stays the same when lines of the roster are moved. Names of accounts are ASCII.
        package let account: String

        /// What the share is called in which it reads its results.
        fileprivate var returnsShare: String { "\(folder)-回执" }
    }

    package let places: [Place]
    private let inbox: String
    private let status: String
    /// The folder of the office, where it has one.
    private let desk: String?
    /// The folder in which each body sees its own results; `nil` where there is none.
    private let returns: String?

    /// Throws a sentence in Chinese where something of the roster or the settings can't stand in the files of Samba and SSH.
    package init(_ roster: Roster, settings: Settings) throws(ShareError) {
        (inbox, status) = (settings.inbox.path.string, settings.status.path.string)
        desk = settings.desk.folder?.string
        returns = settings.returns.folder?.string
        guard !roster.agencies.isEmpty else { throw ShareError("名录是空的：请先填写名录，并在设置 [roster] 一节写明位置。") }
        places = roster.agencies.map {
            Place(
                agency: $0.name, folder: $0.folderName,
                account: "nb-" + SHA256.digits(of: Array($0.name.utf8)).prefix(8))
        }
        for text in [inbox, status, desk, returns].compactMap(\.self) where !Self.isPlain(text) {
            throw ShareError("“\(text.printable)”含有共享设置里不能用的字符，请换一个文件夹。")
        }
        for place in places {
            for text in [place.agency, place.folder]
            where !Self.isPlain(text) || text.contains("/") || text.hasPrefix(".") {
                throw ShareError("名录中的“\(text.printable)”含有共享设置里不能用的字符，请在“收件文件夹”一栏另写一个名称。")
            }
        }
        let shares = places.map(\.folder) + (returns == nil ? [] : places.map(\.returnsShare))
        for (key, same) in [("收件文件夹", shares), ("账号", places.map(\.account))]
        where Set(same.map { $0.lowercased() }).count < same.count {
            throw ShareError("有两个单位的\(key)相同：共享不分大小写，请在“收件文件夹”一栏写得不同。")
        }
    }

    /// Whether text can stand in quotes in a shell script, and in the settings of Samba and SSH, as it is.
    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 200
            && !text.unicodeScalars.contains { scalar in
                scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
                    || scalar.properties.generalCategory == .format
                    || "\\[]:|<>+=;,*?\"'`$%!&#@".unicodeScalars.contains(scalar)
            }
    }

    /// A shell script for root that makes the accounts and folders. It can be run again: what is there stays.
    package var commands: String {
        let bureaus = places.map { "bureau \($0.account) '\($0.folder)' '\($0.agency)'\n" }.joined()
        let logins = places.map { "!\($0.account) = \"\($0.agency)\"\n" }.joined()
        return """
            #!/bin/sh
            # 由 nianbao share --commands 按名录生成。以 root 运行；名录变动后重新生成、重新运行，已有的账号和文件不受影响。
            set -eu
            groupadd --force nianbao-bureaus
            install -d -m 3750 -o root -g nianbao-inbox '\(inbox)'
            # 各单位的账号可以经过，不能列出。
            setfacl -m g:nianbao-bureaus:--x '\(inbox)'
            \(deskCommands)
            # bureau 账号 文件夹 单位
            bureau() {
                id -u "$1" >/dev/null 2>&1 ||
                    useradd --no-create-home --home-dir / --shell /usr/sbin/nologin --gid nianbao-bureaus --comment "$3" "$1"
                # 文件归收件的用户组，校核服务只读；其他单位看不到。
                install -d -m 2750 -o "$1" -g nianbao-inbox "\(inbox)/$2"
            }
            \(bureaus)
            \(returnsCommands)# Samba 登录时可以写单位名称。
            if test -d /etc/samba; then
            cat >/etc/samba/nianbao-users.map <<'END'
            \(logins)END
            fi
            # 接着给每个账号设密码：用 Samba 的 smbpasswd -a 账号，用 SFTP 的 passwd 账号。

            """
    }

    /// Who can write into the folder of the office decides.
    private var deskCommands: String {
        guard let desk else { return "" }
        return """
            # 办公室的文件夹：只有用户组 nianbao-desk 的账号能放文件，也就只有他们能核销。
            groupadd --force nianbao-desk
            usermod -aG nianbao-desk nianbao
            install -d -m 3770 -o root -g nianbao-desk '\(desk)'

            """
    }

    private var deskShare: String {
        guard let desk else { return "" }
        return """

            [年报办公室]
               comment = 填好的核销单放在这里
               path = \(desk)
               valid users = @nianbao-desk
               read only = no
               force group = nianbao-desk
               create mask = 0640
               force create mode = 0640
               veto files = /*.tmp/*.part/*.crdownload/Thumbs.db/desktop.ini/
               delete veto files = yes

            """
    }

    /// The part of the script that lets each body read its own results; empty where there are none.
    private var returnsCommands: String {
        guard let returns else { return "" }
        let bureaus = places.map { "returned \($0.account) '\($0.folder)'\n" }.joined()
        return """
            # 单位回执：服务写，各单位只能读自己的一个。已有的文件夹，属主、用户组和别的授权都不改。
            test -d '\(returns)' || install -d -m 0750 -o nianbao -g nianbao '\(returns)'
            setfacl -m g:nianbao-bureaus:--x '\(returns)'

            # returned 账号 文件夹
            returned() {
                test -d "\(returns)/$2" || install -d -m 0750 -o nianbao -g nianbao "\(returns)/$2"
                setfacl -R -m "u:$1:rX" "\(returns)/$2"
                setfacl -m "d:u:$1:rX" "\(returns)/$2"
            }
            \(bureaus)

            """
    }

    /// The settings of Samba, whole.
    package var samba: String {
        """
        # 由 nianbao share --samba 按名录生成，存为 /etc/samba/smb.conf。
        [global]
           server role = standalone server
           map to guest = Never
           username map = /etc/samba/nianbao-users.map
           server min protocol = SMB2_10
           server signing = mandatory
           unix charset = UTF-8
           disable netbios = yes
           disable spoolss = yes
           load printers = no
           # 各单位只看得到自己的共享。
           access based share enum = yes
           follow symlinks = no
           # 权限由服务器定，客户端不能改。
           nt acl support = no
           map archive = no
           store dos attributes = no

        [年报结果]
           comment = 总览和回执，只读
           path = \(status)
           valid users = @nianbao-readers
           read only = yes

        """ + deskShare + places.map { section(of: $0) + returnsSection(of: $0) }.joined()
    }

    private func returnsSection(of place: Place) -> String {
        guard let returns else { return "" }
        return """

            [\(place.returnsShare)]
               comment = \(place.agency)：回执，只读
               path = \(returns)/\(place.folder)
               valid users = \(place.account)
               read only = yes
               veto files = /.*/

            """
    }

    private func section(of place: Place) -> String {
        """

        [\(place.folder)]
           comment = \(place.agency)：年度报告放在这里
           path = \(inbox)/\(place.folder)
           valid users = \(place.account)
           read only = no
           force group = nianbao-inbox
           create mask = 0640
           force create mode = 0640
           directory mask = 2750
           force directory mode = 2750
           veto files = /~$*/.*/*.tmp/*.part/*.crdownload/Thumbs.db/desktop.ini/
           delete veto files = yes

        """
    }

    /// Settings of the SSH server, for SFTP and nothing else.
    package var sftp: String {
        let folders = places.map { place in
            "Match User \(place.account)\n    ForceCommand internal-sftp -u 0027 -d /\(place.folder)\n"
        }
        return """
            # 由 nianbao share --sftp 按名录生成，存为 /etc/ssh/sshd_config.d/nianbao.conf。
            \(folders.joined())Match Group nianbao-bureaus
                ChrootDirectory "\(inbox)"
                AllowTcpForwarding no
                X11Forwarding no
                PermitTunnel no
                PermitTTY no
            Match all

            """
    }
}

/// Why no shares can be told.
package struct ShareError: Error, Sendable {
    /// A sentence in Chinese.
    package let description: String

    init(_ description: String) { self.description = description }
}
