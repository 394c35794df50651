#!/bin/bash
# Boots a real systemd, by default from this machine's own root, and runs one command in it as a service.
#
#   container.sh [--base DIR] [--stage DIR] [--bind SRC:DST] [--bind-ro SRC:DST] [--network NAME] [--timeout S] -- COMMAND [ARG...]
#
# --base takes the root of another Debian, as debootstrap makes one, in place of this machine's own.
# --stage copies an install root (make install DESTDIR=DIR) over the container's /; --bind-ro shows a folder of this
# machine inside, and --bind lets it be written to. Each may be given more than once. --network gives the container a network
# namespace that ip-netns(8) has made, with what it is connected to. Exits as COMMAND did; 124 when it took longer than --timeout
# (120 s), 125 with a sentence on standard error when no container can be booted here.
#
# The container is an overlay: whatever is written inside goes to a tmpfs in a mount namespace of its own and is gone
# with the last process. It has a network of its own, with loopback only where none is given, and starts no service of this
# machine.
# Needs root, overlayfs, and the Debian packages systemd, systemd-container, systemd-sysv, dbus, util-linux.
# shellcheck disable=SC2317
set -euo pipefail

name=nianbao-test-$$
stages=() binds=() limit=120 base=/ network=--private-network
root=
groups=()

fail() {
    echo "${0##*/}: $*" >&2
    exit 125
}

# A cgroup of the container's own, in each hierarchy that this machine has: killed and removed as a whole.
make_groups() {
    local hierarchy
    for hierarchy in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
        [[ $(stat -fc %T "$hierarchy" 2>/dev/null) == cgroup* ]] || continue
        mkdir "$hierarchy/$name" 2>/dev/null || fail "no cgroup can be made in $hierarchy"
        groups+=("$hierarchy/$name")
    done
    ((${#groups[@]})) || fail "no cgroup hierarchy is mounted"
}

remove_groups() {
    local group attempt
    for group in ${groups[@]+"${groups[@]}"}; do
        if [[ -e $group/cgroup.kill ]]; then echo 1 >"$group/cgroup.kill"; fi
        for ((attempt = 0; attempt < 100; attempt++)); do
            find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || true
            [[ -d $group ]] || break
            sleep 0.05
        done
    done
}

# Lays out the container's root at $root. Runs in a mount namespace of its own.
lay_out() {
    local folder
    mount -t tmpfs -o mode=0755 tmpfs "$scratch/overlay"
    mkdir "$scratch/overlay/upper" "$scratch/overlay/work" "$root"
    mount -t overlay -o "lowerdir=$base,upperdir=$scratch/overlay/upper,workdir=$scratch/overlay/work" overlay "$root"
    # systemd-nspawn keeps files there that it can remove from a tmpfs only
    mkdir -p /run/systemd/nspawn
    mount -t tmpfs tmpfs /run/systemd/nspawn

    rm -rf "${root:?}/etc/systemd/system" "$root"/etc/rc[0-6S].d "$root/var/log/journal" "$root/etc/machine-id"
    mkdir -p "$root/etc/systemd/system/multi-user.target.wants" "$root/var/log/journal"
    tr -d - </proc/sys/kernel/random/uuid >"$root/etc/machine-id"
    : >"$root/etc/fstab"
    for folder in ${stages[@]+"${stages[@]}"}; do
        tar -C "$folder" --owner=0 --group=0 -cf - . |
            tar -C "$root" --no-overwrite-dir --keep-directory-symlink -xpf -
    done
    install -m 0755 "$scratch/command" "$root/etc/container-command"
    write_unit >"$root/etc/systemd/system/container-command.service"
    ln -s ../container-command.service "$root/etc/systemd/system/multi-user.target.wants/"
}

# The command as a service. When it ends, the container ends with its exit status.
write_unit() {
    cat <<'UNIT'
[Unit]
Description=The command this container was booted for
SuccessAction=exit
FailureAction=exit
# after all else is up: jobs of the boot must not overlap with the command's own
After=multi-user.target dbus.service
Requires=dbus.service
[Service]
Type=exec
ExecStart=/etc/container-command
StandardOutput=append:/run/container-output/text
StandardError=inherit
UNIT
}

boot() {
    local bind arguments=()
    for bind in ${binds[@]+"${binds[@]}"}; do arguments+=("$bind"); done
    lay_out
    # a cgroup tree of version 2 inside, as on any current distribution, whatever this machine has
    export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1
    # bpf: systemd needs it for IPAddressDeny=; Landlock: programs put up fences with it, which nspawn would refuse
    exec systemd-nspawn --quiet --directory="$root" --boot --register=no --keep-unit --console=pipe \
        --machine="$name" "$network" --link-journal=no --resolv-conf=off --timezone=off \
        --capability=CAP_BPF \
        --system-call-filter='bpf landlock_create_ruleset landlock_add_rule landlock_restrict_self' \
        --bind="$scratch/output:/run/container-output" ${arguments[@]+"${arguments[@]}"}
}

# On a machine that systemd runs, the cgroup is a scope of it; elsewhere one of ours.
start() {
    local group launcher=()
    if [[ -d /run/systemd/system ]]; then
        launcher=(systemd-run --quiet --scope --collect -p Delegate=yes --unit="$name")
    else
        make_groups
    fi
    export -f boot lay_out write_unit
    (
        for group in ${groups[@]+"${groups[@]}"}; do echo "$BASHPID" >"$group/cgroup.procs"; done
        export name scratch root base network
        # shellcheck disable=SC2016
        exec "${launcher[@]+"${launcher[@]}"}" timeout --kill-after=20 "$limit" unshare --mount --propagation private \
            bash -euc 'eval "$1"; eval "$2"; boot' boot "$(declare -p stages)" "$(declare -p binds)"
    ) </dev/null >"$scratch/console" 2>&1 &
    supervisor=$!
}

clean_up() {
    trap '' INT TERM HUP
    if [[ -n ${supervisor-} ]] && kill -TERM "$supervisor" 2>/dev/null; then wait "$supervisor" || true; fi
    remove_groups
    rm -rf --one-file-system "$scratch"
}

while (($#)); do
    case $1 in
        --) shift; break ;;
        --base) base=$(readlink -e -- "$2") || fail "$2 does not exist" ;;
        --stage) stages+=("$(readlink -e -- "$2")") || fail "$2 does not exist" ;;
        --bind | --bind-ro) binds+=("$1=$(readlink -e -- "${2%%:/*}"):/${2#*:/}") || fail "$2 does not exist" ;;
        --network) network=--network-namespace-path=/run/netns/$2 ;;
        --timeout) limit=$2 ;;
        *) fail "unknown option $1" ;;
    esac
    shift 2
done
(($#)) || fail 'no command given'
((EUID == 0)) || fail 'only root can boot a container'
for tool in systemd-nspawn dbus-daemon unshare tar timeout; do
    command -v "$tool" >/dev/null || fail "$tool is not installed"
done
[[ -x /lib/systemd/systemd && -x /sbin/init ]] || fail 'systemd is not installed as init'

scratch=$(mktemp -d)
root=$scratch/overlay/root
supervisor=
trap clean_up EXIT
trap 'exit 130' INT TERM HUP
mkdir "$scratch/overlay" "$scratch/output"
: >"$scratch/output/text"
printf '#!/bin/bash\ntouch /run/container-output/begun\nexec %s\n' "${*@Q}" >"$scratch/command"
start
# Beside this shell: a signal that comes while it waits is heard at once.
tail --follow --pid="$supervisor" --sleep-interval=0.1 --quiet "$scratch/output/text" &
status=0
wait "$supervisor" || status=$?
wait "$!"
supervisor=
((status != 124)) || { echo "${0##*/}: not done after $limit s" >&2; exit 124; }
[[ -e $scratch/output/begun ]] || { tail -5 "$scratch/console" >&2; fail 'the container did not boot'; }
exit "$status"
