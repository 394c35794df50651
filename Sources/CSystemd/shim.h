// The headers of libsystemd that nianbao calls: the journal, readiness and the watchdog.
#include <systemd/sd-daemon.h>
#include <systemd/sd-id128.h>
#include <systemd/sd-journal.h>
