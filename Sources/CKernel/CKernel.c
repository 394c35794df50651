// _GNU_SOURCE stays in this file: in a header it would change what Dispatch's module sees.
#define _GNU_SOURCE
#include "CKernel.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/landlock.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <sys/xattr.h>
#include <unistd.h>

int kernel_clock_is_synchronised(void) {
    struct timex clock = {0};
    int state = adjtimex(&clock);
    return state == -1 ? -1 : state != TIME_ERROR && !(clock.status & STA_UNSYNC);
}

ssize_t kernel_attribute_size(int file, const char *name) { return fgetxattr(file, name, NULL, 0); }

int kernel_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int kernel_pipe(int ends[2]) {
    if (pipe2(ends, O_CLOEXEC) == -1) return -1;
    // The reader's end alone: the writer is another program, and expects to wait.
    return fcntl(ends[0], F_SETFL, O_NONBLOCK);
}

ssize_t kernel_random(void *bytes, size_t count) { return getrandom(bytes, count, 0); }

int kernel_process_descriptor(pid_t child) { return (int)syscall(SYS_pidfd_open, child, 0); }

int kernel_socket_pair(int ends[2]) { return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends); }

enum { most_files = 8 };

// Room for the control message of open files, aligned as one.
union file_message {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(most_files * sizeof(int))];
};

ssize_t kernel_send(int socket, const void *bytes, size_t count, const int *files, unsigned file_count) {
    if (file_count > most_files) return errno = EINVAL, -1;
    struct iovec piece = {.iov_base = (void *)bytes, .iov_len = count};
    struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1};
    union file_message room = {0};
    if (file_count > 0) {
        size_t size = file_count * sizeof(int);
        message.msg_control = room.bytes;
        message.msg_controllen = CMSG_SPACE(size);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        *header = (struct cmsghdr){.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(size)};
        memcpy(CMSG_DATA(header), files, size);
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL);
}

ssize_t kernel_receive(int socket, void *bytes, size_t count, int *files, unsigned file_count) {
    struct iovec piece = {.iov_base = bytes, .iov_len = count};
    union file_message room = {0};
    struct msghdr message = {
        .msg_iov = &piece, .msg_iovlen = 1, .msg_control = room.bytes, .msg_controllen = sizeof room.bytes};
    ssize_t received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (received <= 0) return received;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    size_t size = file_count * sizeof(int);
    int is_whole = !(message.msg_flags & (MSG_TRUNC | MSG_CTRUNC));
    int has_files = header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS;
    int is_right = has_files ? header->cmsg_len == CMSG_LEN(size) : file_count == 0;
    if (is_whole && is_right) {
        if (has_files) memcpy(files, CMSG_DATA(header), size);
        return received;
    }
    for (size_t at = 0; has_files && at + CMSG_LEN(0) < header->cmsg_len; at += sizeof(int)) {
        int file;
        memcpy(&file, CMSG_DATA(header) + at, sizeof file);
        close(file);
    }
    return errno = EBADMSG, -1;
}

pid_t kernel_fork(void) { return fork(); }

int kernel_close_from(unsigned lowest) { return (int)syscall(SYS_close_range, lowest, ~0U, 0); }

int kernel_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }

int kernel_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

int kernel_landlock_version(void) {
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

int kernel_landlock_rules(uint64_t files, uint64_t network, uint64_t scopes) {
    // The kernel's own headers may be older than the kernel: it takes a longer structure as long as it knows what is in it,
    // and a shorter one always.
    struct {
        uint64_t files, network, scopes;
    } attributes = {files, network, scopes};
    size_t size = scopes ? 24 : network ? 16 : 8;
    return (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
}

int kernel_landlock_allow(int rules, int place, uint64_t files) {
    struct landlock_path_beneath_attr rule = {.allowed_access = files, .parent_fd = place};
    return (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

int kernel_landlock_enforce(int rules) { return (int)syscall(SYS_landlock_restrict_self, rules, 0); }
