#!/bin/sh
# Removing Keepwatch ends what runs of it: an icon in the tray without its program would be left. An upgrade lets it go
# on, so that no backup's end is missed until somebody starts the new one.
# dpkg says "remove", rpm how many versions will be left.
case "$1" in remove | 0) ;; *) exit 0 ;; esac

# The ids of its processes; those of an older version too, whose files are gone.
running() {
  for process in /proc/[0-9]*; do
    case "$(readlink "$process/exe")" in /opt/Keepwatch/*) echo "${process#/proc/}" ;; esac
  done
} 2>/dev/null

# Chromium's helpers end with the program that started them.
for id in $(running); do
  grep -q -e '--type=' "/proc/$id/cmdline" || kill "$id"
done 2>/dev/null
for second in 1 2 3 4 5; do
  [ -z "$(running)" ] && exit 0
  sleep 1
done
kill -9 $(running) 2>/dev/null
exit 0
