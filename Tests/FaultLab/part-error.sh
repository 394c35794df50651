# An error at every call of a kind: part_error ERROR CALL... for these, part_error for all.

# What each call may answer: the call, then its errors.
call_errors=(
    'pwrite64 ENOSPC EIO EDQUOT EINTR'
    'fdatasync ENOSPC EIO EINTR'
    'fsync ENOSPC EIO EINTR'
    'write ENOSPC EIO EDQUOT EINTR'
    'ftruncate EIO ENOSPC'
    'rename ENOSPC EROFS EDQUOT EIO'
    'mkdir ENOSPC EROFS EDQUOT'
    'unlink EIO EROFS EACCES'
    'openat EMFILE ENFILE EIO EACCES ENOMEM EINTR ESTALE'
    'read EIO EAGAIN EINTR ESTALE'
    'pread64 EIO EINTR'
    'newfstatat EIO EACCES ESTALE'
    'getdents64 EIO ESTALE'
    'close EIO EINTR'
    'sendmsg ENOBUFS EAGAIN ECONNREFUSED EINTR'
    'pipe2 EMFILE ENFILE'
    'wait4 EINTR'
)

part_error() {
    local error call
    if ! is_long; then
        MOST=12 every error=ENOSPC pwrite64 3
        MOST=6 every error=EIO fdatasync
        MOST=4 every error=ENOSPC rename
    elif (($#)); then
        error=$1
        shift
        for call in "$@"; do every error="$error" "$call"; done
    else
        while IFS=: read -r _ error call; do part_error "$error" "$call"; done < <(error_pieces)
    fi
}

# error_pieces: a line for each call and error, as lab.sh takes it
error_pieces() {
    local row words error
    for row in "${call_errors[@]}"; do
        read -ra words <<<"$row"
        for error in "${words[@]:1}"; do echo "error:$error:${words[0]}"; done
    done
}
