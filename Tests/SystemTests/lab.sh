# Several containers on a network of their own: to be sourced. Needs root and what container.sh needs.
# shellcheck shell=bash

lab=          # a folder: shared/NAME is /lab in the container NAME
containers=() # their names, and the process that has each
declare -A hosts=()

# network NAME...: a bridge without a machine, and for each name a network namespace on it, with the address 10.9.0.N
network() {
    local name number=0
    prefix=nianbao-$$
    ip netns add "$prefix-switch"
    ip -n "$prefix-switch" link add switch type bridge
    ip -n "$prefix-switch" link set switch up
    for name in "$@"; do
        number=$((number + 1))
        ip netns add "$prefix-$name"
        ip -n "$prefix-$name" link add uplink type veth peer name "$name" netns "$prefix-switch"
        ip -n "$prefix-switch" link set "$name" master switch up
        ip -n "$prefix-$name" address add "10.9.0.$number/24" dev uplink
        ip -n "$prefix-$name" link set uplink up
        ip -n "$prefix-$name" link set lo up
    done
}

# address NAME: that of a container
address() { ip -n "$prefix-$1" -4 -o address show dev uplink | sed 's/.*inet \([0-9.]*\).*/\1/'; }

# cable up|down NAME: joins a container with the switch, or cuts it off
cable() { ip -n "$prefix-switch" link set "$2" "$1"; }

# start NAME ARGUMENT...: boots a container, with arguments for container.sh; it does what `at` gives it until `finish`
start() {
    local name=$1 folder=$lab/shared/$1
    shift
    mkdir -p "$folder"
    mkfifo "$folder/requests" "$folder/answers"
    "$here/container.sh" --timeout "${lab_limit-3000}" --network "$prefix-$name" --bind "$folder:/lab" "$@" -- \
        bash /checks/agent.sh >"$folder/console" 2>&1 &
    hosts[$name]=$!
    containers+=("$name")
}

# ready NAME: waits until it has booted; returns 125 where it can't
ready() {
    local folder=$lab/shared/$1
    until [[ -e $folder/booted ]]; do
        kill -0 "${hosts[$1]}" 2>/dev/null || { cat "$folder/console" >&2; return 125; }
        sleep 0.1
    done
}

# at NAME COMMAND...: runs a command in a container, with its output and its exit status. What it reads comes from here.
at() {
    local folder=$lab/shared/$1 status='' part answers
    shift
    exec {answers}<>"$folder/answers"
    printf '%s\n' "$(printf '%q ' "$@")" >"$folder/command"
    echo go >"$folder/requests"
    # a read that ends in the middle of a line has taken what it read
    until read -r -t 1 -u "$answers" part; do
        status+=$part
        [[ -e $folder/booted ]] || { echo 'the container is gone'; return 125; }
    done
    status+=$part
    exec {answers}>&-
    cat "$folder/output"
    return "$status"
}

# script NAME <<'SCRIPT': the same for what is read
script() {
    cat >"$lab/shared/$1/script"
    at "$1" bash /lab/script
}

lab_up() {
    lab=$(mktemp -d)
    mkdir "$lab/shared"
}

# lab_down: ends all containers, and removes the network
lab_down() {
    local name
    for name in ${containers[@]+"${containers[@]}"}; do kill -TERM "${hosts[$name]}" 2>/dev/null; done
    for name in ${containers[@]+"${containers[@]}"}; do wait "${hosts[$name]}"; done
    ip netns list | sed -n "s/^\($prefix-[a-z0-9]*\).*/\1/p" | while read -r name; do ip netns delete "$name"; done
    rm -rf --one-file-system "$lab"
} 2>/dev/null
