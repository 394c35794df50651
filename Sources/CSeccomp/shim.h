// libseccomp, for the filter of system calls.
#include <seccomp.h>
