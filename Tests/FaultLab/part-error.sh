# An error at every call of a kind: part_error ERROR CALL... for these, part_error for all.
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
        for error in ENOSPC EIO EINTR; do part_error $error pwrite64 write fdatasync fsync; done
        for error in ENOSPC EROFS EDQUOT; do part_error $error rename mkdir; done
        for error in EMFILE EIO EACCES ENOMEM; do part_error $error openat; done
        for error in ENOBUFS EAGAIN ECONNREFUSED; do part_error $error sendmsg; done
        for error in EIO EAGAIN; do part_error $error read pread64; done
    fi
}
