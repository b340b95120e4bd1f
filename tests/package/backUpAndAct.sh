#!/bin/sh
# What an administrator writes: waits for tonight's backup, then acts by how it has ended. $1: the portal, $2: a list of
# what was done.
set -u

keepwatch status --json | grep -q "\"name\":\"$1\"" || { echo "nobody watches $1" >&2; exit 1; }

keepwatch wait "$1" --timeout 10m >"$2.said"
case $? in
  0) echo "copy the archive of $1" ;;
  10 | 11) echo "copy the archive of $1, and look into it" ;;
  12 | 13 | 14) echo "call somebody" ;;
  5) echo "no backup came" ;;
  *) echo "Keepwatch cannot say" ;;
esac >"$2"
