#!/bin/bash
# rpm runs this after an upgrade too, with 1; what it would take away is the newer version's then. (electron-builder's own
# script does not know, and would remove the command that the new version has just made.)
[ "$1" = 0 ] || exit 0

if type update-alternatives >/dev/null 2>&1; then
  update-alternatives --remove keepwatch /opt/Keepwatch/keepwatch
else
  rm -f /usr/bin/keepwatch
fi

profile=/etc/apparmor.d/keepwatch
if [ -f "$profile" ]; then
  apparmor_parser --remove "$profile" >/dev/null 2>&1
  rm -f "$profile"
fi
exit 0
