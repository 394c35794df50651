# Killed at every call of a kind.
part_kill() {
    local call
    if is_long; then
        for call in pwrite64 fdatasync fsync rename mkdir unlink sendmsg write openat futex; do every signal=KILL "$call"; done
    else
        MOST=8 every signal=KILL fdatasync
        MOST=24 every signal=KILL pwrite64 3
        MOST=6 every signal=KILL rename
        MOST=6 every signal=KILL sendmsg
    fi
}
