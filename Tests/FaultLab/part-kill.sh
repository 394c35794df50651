# Killed at every call of a kind; at every call of all kinds where none is named.
kill_calls=(pwrite64 fdatasync fsync write rename renameat mkdir mkdirat unlink unlinkat ftruncate openat read pread64 newfstatat close fcntl lseek
    getdents64 sendmsg futex epoll_wait wait4 pipe2 clone3)

part_kill() {
    local call calls=("$@")
    if is_long; then
        ((${#calls[@]})) || calls=("${kill_calls[@]}")
        for call in "${calls[@]}"; do every signal=KILL "$call"; done
    else
        MOST=8 every signal=KILL fdatasync
        MOST=24 every signal=KILL pwrite64 3
        MOST=6 every signal=KILL rename
        MOST=6 every signal=KILL renameat
        MOST=6 every signal=KILL sendmsg
    fi
}
