#!/bin/sh
# Takes away what after-install.sh has made. dpkg and rpm run this after an upgrade too, when it is the newer version's.
# dpkg says "remove", rpm how many versions are left.
case "$1" in remove | 0) ;; *) exit 0 ;; esac

profile=/etc/apparmor.d/keepwatch
if [ -f "$profile" ]; then
  apparmor_parser --remove "$profile" >/dev/null 2>&1
  rm -f "$profile"
fi
exit 0
