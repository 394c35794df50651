# The power fails: an ext4 on a loop image is shut down without its log, and mounted again.
part_power() {
    local image=$LAB/power.img disk=$LAB/power number most=2
    is_long && most=40
    command -v mkfs.ext4 >/dev/null || { skip 'no mkfs.ext4: power cuts'; return; }
    for ((number = 1; number <= most; number++)); do
        rm -f "$image"
        truncate -s 4G "$image"
        mkfs.ext4 -q -F "$image"
        mkdir -p "$disk"
        mount -o loop "$image" "$disk" 2>/dev/null || { skip 'no loop devices: power cuts'; return; }
        work=$disk/case
        mkdir -p "$work/state" "$work/status"
        sync -f "$disk"
        "$program" watch --until-idle --settle 1ms --inbox "$inbox" --state "$work/state" --status "$work/status" \
            >"$LAB/words" 2>&1 &
        local run=$!
        runs=$((runs + 1))
        sleep "0.$((RANDOM % 40 + 5))"
        # Without power nobody goes on telling: a program that outlives the disk is told by ext4, now and then, that what a
        # shutdown swallowed was synced.
        kill -KILL "$run" 2>/dev/null
        # FS_IOC_SHUTDOWN, FSOP_GOING_FLAGS_NOLOGFLUSH
        perl -e 'open(my $f, "<", $ARGV[0]) or die; my $how = pack("L", 2); ioctl($f, 0x8004587d, $how) or die "$!"' "$disk" ||
            { skip 'no shutdown of a file system: power cuts'; wait "$run" 2>/dev/null; umount -l "$disk"; work=$LAB/case; return; }
        wait "$run"
        # Whoever holds a file still, as a worker at its end, holds the file system as it was: a mount would give it back.
        within umount "$disk" || { skip 'the disk is not let go of'; break; }
        within mount -o loop "$image" "$disk" || { skip 'the image does not mount again'; break; }
        injected=$((injected + 1))
        heal
        compare "power cut $number"
        umount "$disk"
    done
    work=$LAB/case
}
