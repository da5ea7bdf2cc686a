#!/bin/sh
# What the script before an upgrade left goes when settings are to go.
set -e
if [ "$1" = purge ]; then
  rm -f "${DPKG_ROOT:-}/etc/power-struggle/lab.yaml.before"
  rmdir "${DPKG_ROOT:-}/etc/power-struggle" 2>/dev/null || true
fi
