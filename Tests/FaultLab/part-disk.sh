# A disk that fails under the daemon: an error makes the kernel mount it read-only, or nothing comes back from it for a while.
part_disk() {
    command -v mkfs.ext4 >/dev/null || { skip 'no mkfs.ext4: failing disks'; return; }
    read_only_case
    frozen_case
    work=$LAB/case
}

# with_disk: a new ext4 with a state and a status folder, and a daemon on them, at an inbox that is empty
with_disk() {
    image=$LAB/disk.img disk=$LAB/disk filling=$LAB/filling-inbox
    rm -rf "$image" "$filling"
    truncate -s 1G "$image"
    mkfs.ext4 -q -F "$image"
    mkdir -p "$disk" "$filling"
    mount -o loop,errors=remount-ro "$image" "$disk" 2>/dev/null || { skip 'no loop devices: failing disks'; return 1; }
    work=$disk/case
    mkdir -p "$work/state" "$work/status"
    "$program" watch --settle 10ms --config "$LAB/quick.toml" --inbox "$filling" --state "$work/state" --status "$work/status" \
        >"$LAB/words" 2>&1 &
    daemon=$!
    runs=$((runs + 1))
    within test -s "$work/status/status.json" || differs 'a disk of its own: does not start'
}

# The daemon goes on without the disk, says what is wrong, and ends when it is told to; the next one, after the disk was mended, has all of it.
read_only_case() {
    local device
    with_disk || return
    device=$(findmnt -no SOURCE "$disk")
    if ! echo 1 >"/sys/fs/ext4/${device#/dev/}/trigger_fs_error" 2>/dev/null; then
        skip 'no trigger_fs_error: a disk that becomes read-only'
    else
        injected=$((injected + 1))
        cp -r "$inbox"/. "$filling/"
        within grep -qE '台账无法写入|台账读写失败' "$LAB/words" || differs "read-only disk: says nothing: $(tail -2 "$LAB/words")"
        kill -0 "$daemon" 2>/dev/null || differs 'read-only disk: has ended by itself'
    fi
    kill "$daemon"
    wait "$daemon"
    within umount "$disk"
    within e2fsck -y "$image" >/dev/null || [[ $? == 1 ]]
    within mount -o loop "$image" "$disk" || { skip 'the image does not mount again'; return; }
    INBOX=$filling heal
    compare 'a disk that became read-only'
    umount "$disk"
}

# Whoever writes hangs; the rest of the daemon does not, and all goes on when the disk answers.
frozen_case() {
    with_disk || return
    fsfreeze -f "$disk" 2>/dev/null || { skip 'no fsfreeze: a disk that hangs'; kill "$daemon"; wait "$daemon"; umount -l "$disk"; return; }
    # Nothing that touches the disk returns before this.
    (sleep 3; fsfreeze -u "$disk") &
    local thaw=$!
    cp -r "$inbox"/. "$filling/"
    injected=$((injected + 1))
    wait "$thaw"
    within judged_all || differs "frozen disk: does not go on: $(tail -3 "$LAB/words")"
    kill "$daemon"
    wait "$daemon"
    INBOX=$filling nianbao
    compare 'a disk that hung'
    umount "$disk"
}
