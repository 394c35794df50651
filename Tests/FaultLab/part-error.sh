# An error at every call of a kind.
part_error() {
    local error call
    if is_long; then
        for error in ENOSPC EIO EINTR; do
            for call in pwrite64 write fdatasync fsync; do every error=$error "$call"; done
        done
        for error in ENOSPC EROFS EDQUOT; do
            for call in rename mkdir; do every error=$error "$call"; done
        done
        for error in EMFILE EIO EACCES ENOMEM; do every error=$error openat; done
        for error in ENOBUFS EAGAIN ECONNREFUSED; do every error=$error sendmsg; done
        for error in EIO EAGAIN; do every error=$error read; every error=$error pread64; done
    else
        MOST=12 every error=ENOSPC pwrite64 3
        MOST=6 every error=EIO fdatasync
        MOST=4 every error=ENOSPC rename
    fi
}
