#!/usr/bin/env bash
# Prints the version of the program, as FyneApp.toml has it: 0.1.0.
set -euo pipefail
sed -n 's/^Version = "\([0-9]*\.[0-9]*\.[0-9]*\)"$/\1/p' "$(dirname "$0")/../FyneApp.toml"
