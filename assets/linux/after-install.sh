#!/bin/bash
# After electron-builder's own, which would also make a link of /usr/bin/keepwatch: the package brings that command.

# Chromium's sandbox is made with user namespaces; where there are none, by a program that may do so.
mode=4755
[ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null && mode=0755
chmod "$mode" /opt/Keepwatch/chrome-sandbox || true

if command -v update-desktop-database >/dev/null; then
  update-desktop-database /usr/share/applications || true
fi

# Ubuntu 24.04 and later allow user namespaces to programs that have a profile. Older systems cannot read this one, and
# need none.
profile=/opt/Keepwatch/resources/apparmor-profile
target=/etc/apparmor.d/keepwatch
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" "$target"
  # Nothing is loaded into the kernel for an installation that is only being prepared (chroot).
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache "$target"
  fi
fi
exit 0
