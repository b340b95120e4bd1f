#!/bin/sh
# Ends what runs of this installation, and nothing else: an icon in the tray without its program would be left.
# An upgrade calls this too; the new version is started by whoever uses it next.
for process in /proc/[0-9]*; do
  [ "$(readlink "$process/exe" 2>/dev/null)" = /opt/Keepwatch/keepwatch ] && kill "${process#/proc/}" 2>/dev/null
done
exit 0
