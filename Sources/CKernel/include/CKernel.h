// System calls that Swift cannot call itself: they are variadic, declared for GNU only, or not declared at all.
// Each answers as system calls do: -1 with the reason in errno.
// And one call of the C library that no module of Swift's has.
#ifndef CKERNEL_H
#define CKERNEL_H

// statfs(2), which the module of the C library leaves out.
#include <sys/vfs.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/types.h>

// Whether a program that keeps the time has set the clock: 1 or 0.
int kernel_clock_is_synchronised(void);

// A file in memory that no other program inherits.
int kernel_memory_file(const char *name);
// A pipe that no other program inherits: ends[0] to read, without waiting, ends[1] to write.
int kernel_pipe(int ends[2]);
// Fills up to 256 bytes from the kernel's generator; answers how many.
ssize_t kernel_random(void *bytes, size_t count);
// A descriptor that is readable once the child has ended.
int kernel_process_descriptor(pid_t child);

// How long an attribute of an open file is; ENODATA where it has none.
ssize_t kernel_attribute_size(int file, const char *name);

// Two ends of a connection that keeps messages apart; no other program inherits them.
int kernel_socket_pair(int ends[2]);
// Sends a message with open files; it does not raise SIGPIPE.
ssize_t kernel_send(int socket, const void *bytes, size_t count, const int *files, unsigned file_count);
// Receives a message, at most `count` bytes of it, with exactly `file_count` open files, which no other program inherits.
// 0 where the other end is closed; EBADMSG where the message is longer or has another number of files.
ssize_t kernel_receive(int socket, void *bytes, size_t count, int *files, unsigned file_count);
// fork(2), for a process that has one thread.
pid_t kernel_fork(void);

// Closes all descriptors from `lowest` on.
int kernel_close_from(unsigned lowest);
// Ends this process when the thread that started it ends.
int kernel_die_with_parent(void);
int kernel_no_new_privileges(void);

// Landlock: the version that the kernel has; -1 where it has none.
int kernel_landlock_version(void);
// A descriptor of a set of rules under which `files` and `network` are forbidden but where a rule allows them.
int kernel_landlock_rules(uint64_t files, uint64_t network, uint64_t scopes);
// Allows `files` at the folder or file that `place` is open on, and below.
int kernel_landlock_allow(int rules, int place, uint64_t files);
int kernel_landlock_enforce(int rules);

#endif
