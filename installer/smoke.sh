#!/usr/bin/env bash
# Whether the image works: version, scan and analysis of the samples, and a window without a display that closes itself.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
image=$(realpath "${1:-$project/target/installer/ionscape}")
work=$(mktemp -d)
# Away from the place where it was built, as on any other machine, and where a path has a space.
mkdir "$work/other place"
mv "$image" "$work/other place/ionscape"
built=$image image="$work/other place/ionscape"
trap 'mv "$image" "$built"; rm -rf "$work"' EXIT
"$image/bin/ionscape" --version
"$image/bin/ionscape" scan "$image/lib/app/sample-data" --json "$work/scan.json"
"$image/bin/ionscape" analyse "$image/lib/app/sample-data/Na-based/NaCl/AIMD/stoichiometric/850K" --json "$work/run.json"
grep -q '"dCm2PerS"' "$work/run.json"
printf 'window.width=960\nwindow.height=700\n' > "$work/preferences.properties" # the screen of the headless platform is no larger
IONSCAPE_JAVA_OPTIONS="-Dionscape.startup=report -Dglass.platform=Headless -Dprism.order=sw \
    -Dionscape.home=$work -Duser.home=$work" "$image/bin/ionscape" --samples 2>/dev/null | grep '^startup'
