#!/bin/sh
# /usr/bin/keepwatch: starts Keepwatch, or asks it something: keepwatch status, keepwatch --help.
program=/opt/Keepwatch/keepwatch

# The Keepwatch that runs says in words how its portals stand. Monitors and status bars ask it every few seconds: that
# takes no Electron, which would need a quarter of a second to start. Whatever does not work out here is left to Electron.
answer() {
  socket=$XDG_RUNTIME_DIR/keepwatch/command.sock
  [ -S "$socket" ] && [ -O "$socket" ] && [ -O "${socket%/*}" ] || return 1
  question="{\"version\":1,\"ask\":\"status\",\"as\":\"$1\"}"
  said=$(echo "$question" | timeout --foreground 5 nc -U "$socket" 2>/dev/null) || return 1
  [ -n "$said" ] && printf '%s\n' "$said"
}

as=text
[ -t 1 ] && [ -z "$NO_COLOR" ] && [ "$TERM" != dumb ] && as=coloured
case "$*" in
  status) answer $as && exit ;;
  'status --json') answer json && exit ;;
esac

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
