#!/usr/bin/env bash
# Installs the package into a clean Debian with nothing but what it depends on, starts the window there, runs commands
# on the samples, removes it and looks for what it left. Needs root, debootstrap and a Debian mirror.
#   installer/try-deb.sh [target/installer/ionscape_*.deb [folder for the clean system]]
# SUITE (bookworm) and MIRROR (that of the machine's own sources) can be set.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
deb=$(realpath "${1:-$(ls "$project"/target/installer/ionscape_*.deb | tail -1)}")
root=${2:-$(mktemp -d /var/tmp/ionscape-try.XXXXXX)}
shots=$project/target/installer/try
suite=${SUITE:-bookworm}
mirror=${MIRROR:-$(grep -rhoE 'https?://[^ ]+debian/? ' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -1 || true)}
mkdir -p "$shots"

inside() { LC_ALL=C.UTF-8 HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" "$@"; }
finish() { for m in proc dev/shm dev; do mountpoint -q "$root/$m" && umount -l "$root/$m" || true; done; }
trap finish EXIT

if [ ! -x "$root/usr/bin/dpkg" ]; then
    debootstrap --variant=minbase "$suite" "$root" ${mirror:+"$mirror"}
fi
mount -t proc proc "$root/proc" 2>/dev/null || mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev" 2>/dev/null || true
for file in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d /etc/resolv.conf /etc/hosts; do
    [ ! -e "$file" ] || cp -rL "$file" "$root$(dirname "$file")/"
done
inside apt-get update -qq
inside find / -xdev -not -path '/proc/*' -not -path '/tmp/*' -not -path '/var/*' | sort > "$shots/before.txt"

cp "$deb" "$root/tmp/ionscape.deb"
inside apt-get install -y -qq --no-install-recommends /tmp/ionscape.deb
inside ionscape --version
inside ionscape scan /opt/ionscape/lib/app/sample-data | tail -3
inside ionscape analyse /opt/ionscape/lib/app/sample-data/halide-based/PbF2/AIMD/stoichiometric/800K | head -2

# The display is that of the machine: the clean system has the program's own dependencies only.
shoot() { # name, size of the screen, scale
    Xvfb :97 -screen 0 "$2x24" & display=$!
    sleep 2
    DISPLAY=:97 IONSCAPE_JAVA_OPTIONS=-Dglass.gtk.uiScale=$3 inside ionscape --samples & window=$!
    sleep "${WAIT:-30}"
    import -display :97 -window root "$shots/first-start-$1.png"
    pkill -TERM -P $window 2>/dev/null || kill $window || true
    wait $window 2>/dev/null || true
    kill $display
    wait $display 2>/dev/null || true
}
preferences=$root/root/.config/ionscape/preferences.properties
shoot light 1280x800 1.0
[ -f "$preferences" ] || { echo "the program kept no preferences: did it start?"; exit 1; }
sed -i '/^window/d' "$preferences" # that the next screen is larger is not to matter
shoot light-200 2560x1600 2.0
sed -i '/^window/d' "$preferences"
echo theme=dark >> "$preferences"
shoot dark 1280x800 1.0
sed -i '/^window/d' "$preferences"
shoot dark-200 2560x1600 2.0
[ -d "$root/root/Ionscape samples" ] || { echo "the samples were not copied for the person"; exit 1; }

inside apt-get purge -y -qq ionscape
inside find / -xdev -not -path '/proc/*' -not -path '/tmp/*' -not -path '/var/*' | sort > "$shots/after.txt"
left=$(comm -13 "$shots/before.txt" "$shots/after.txt" | grep -i ionscape | grep -v '^/root/' || true)
[ -z "$left" ] || { echo "left behind:"; echo "$left"; exit 1; }
echo "installed, started, used and removed; pictures in $shots"
