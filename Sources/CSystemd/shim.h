// The headers of libsystemd that nianbao calls: the journal, readiness, the watchdog and units.
#include <systemd/sd-daemon.h>
#include <systemd/sd-id128.h>
#include <systemd/sd-journal.h>
#include <systemd/sd-login.h>
