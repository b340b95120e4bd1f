#!/bin/sh
# /usr/bin/keepwatch: starts Keepwatch, or asks it something: keepwatch status, keepwatch --help.
program=/opt/Keepwatch/keepwatch

asks=
for word in "$@"; do
  case "$word" in
    -h | --help | --version | --json | --portal | --portal=* | --timeout | --timeout=*) asks=yes ;;
    -* | */* | *:*) ;;
    *) asks=yes ;;
  esac
done
[ -n "$asks" ] || exec "$program" "$@"

# A command needs no display, and Electron would end without one. It opens no page and runs no page's code, so that there
# is nothing to keep in Chromium's sandbox: without it a command works for root and in containers too, and in half the time.
exec "$program" --ozone-platform=headless --no-zygote --no-sandbox --log-level=3 "$@"
