#!/bin/bash
# Installs the RPM into a container that systemd boots, of this machine's own root, and removes it. As root.
#
#   rpm.sh PACKAGE.rpm
#
# Exits as container.sh does: 125 when this machine can boot no container.
set -euo pipefail
rpm=$(readlink -e -- "$1")
here=$(readlink -e -- "$(dirname "$0")")
exec "$here/../SystemTests/container.sh" --timeout 600 --bind-ro "$rpm:/package.rpm" --bind-ro "$here/..:/tests" \
    --bind-ro "$here/../../docs/samples:/samples" -- /tests/PackageTests/rpm-checks.sh
