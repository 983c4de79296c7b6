#!/usr/bin/env bash
# How long the image takes to start on the samples: median of ten, warm, and cold where the page cache may be dropped.
#   installer/startup.sh [image, default target/installer/ionscape] [number of starts]
# Needs a display, or Xvfb.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
image=$(realpath "${1:-$project/target/installer/ionscape}")
starts=${2:-10}
home=$(mktemp -d)
xvfb=
work=$(mktemp -d)
trap 'rm -rf "$home" "$work"; kill $xvfb 2>/dev/null || true' EXIT
export IONSCAPE_JAVA_OPTIONS="-Dionscape.startup=report -Dionscape.home=$home -Duser.home=$home"
if [ -z "${DISPLAY:-}" ]; then
    export DISPLAY=:98
    Xvfb $DISPLAY -screen 0 1600x1000x24 2>/dev/null & xvfb=$!
    sleep 1
fi

measure() { # name, command before each start
    : > "$work/times"
    for _ in $(seq "$starts"); do
        eval "$2"
        IONSCAPE_BEGAN=$(date +%s%3N) "$image/bin/ionscape" --samples 2>/dev/null | grep '^startup' >> "$work/times"
    done
    for stage in window tree viewer analysed; do
        grep -o "$stage=[0-9]*" "$work/times" | cut -d= -f2 | sort -n |
            awk -v s="$stage" -v n="$1" '{a[NR]=$1} END {printf "%-5s %-9s median %5d ms of %d (%d … %d)\n", n, s,
                (a[int((NR+1)/2)]+a[int(NR/2)+1])/2, NR, a[1], a[NR]}'
    done
}

"$image/bin/ionscape" --samples >/dev/null 2>&1 # the first start copies and analyses the samples
measure warm true
if sync && echo 3 2>/dev/null > /proc/sys/vm/drop_caches; then
    measure cold 'sync; echo 3 > /proc/sys/vm/drop_caches'
else
    echo "cold starts need the right to drop the page cache"
fi
