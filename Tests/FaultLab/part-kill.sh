# Killed at every call of a kind; of all kinds where none is named.
part_kill() {
    local call calls=("$@")
    if is_long; then
        ((${#calls[@]})) || calls=(pwrite64 fdatasync fsync rename mkdir unlink sendmsg write openat futex)
        for call in "${calls[@]}"; do every signal=KILL "$call"; done
    else
        MOST=8 every signal=KILL fdatasync
        MOST=24 every signal=KILL pwrite64 3
        MOST=6 every signal=KILL rename
        MOST=6 every signal=KILL sendmsg
    fi
}
