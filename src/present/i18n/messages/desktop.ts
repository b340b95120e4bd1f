import { message } from '../message.ts';

/** Tooltip, menu, notifications, and the banners that say what these could not. */
export const desktop = {
  'line.portal': message<{ portal: string; state: string }>('{portal}: {state}'),
  'line.server': message<{ portal: string }>('{portal}, whole server'),
  'tooltip.paused': message('Keepwatch: watching is paused'),
  'tooltip.pausedUntil': message<{ time: string }>('Keepwatch: watching is paused until {time}'),
  'tooltip.offline': message<{ time: string }>('Keepwatch: no network since {time}'),
  'menu.none': message('No portal is watched yet'),
  'menu.open': message('Open Keepwatch'),
  'menu.pauseShort': message('Pause for 30 minutes'),
  'menu.pauseTomorrow': message('Pause until tomorrow'),
  'menu.openLink': message<{ portal: string; when: string }>('Open link: {portal}, {when}'),
  'menu.copyLink': message<{ portal: string; when: string }>('Copy link: {portal}, {when}'),
  'dialog.cannotStart': message('Keepwatch cannot start'),
  'notification.many': message<{ count: number }>('{count, plural, one {# update} other {# updates}}'),
  'notification.manyText': message<{ portals: number }>(
    'From {portals, plural, one {# portal} other {# portals}}. Open Keepwatch to read them.',
  ),
  'notification.linkHost': message<{ host: string }>('The link leads to {host}.'),
  'notification.linkUnused': message('Nobody has opened or copied it.'),
  'notification.due': message<{ when: string }>('It was due {when}.'),
  'notification.age': message<{ when: string }>('It ended {when}.'),
  'notification.ageSeen': message<{ when: string }>('Keepwatch saw it {when}.'),
  'banner.untoldNext': message('This system showed no notification for it.'),
  'banner.silencedNext': message('Its notifications are off in the settings.'),
  'banner.keptUntilQuit': message('Keys are kept only until you quit'),
  'banner.keptUntilQuitNext': message(
    'This system has no safe keyring. Start one, and enter the keys again.',
  ),
  'banner.untilQuit': message(
    'Keys are kept only until you quit. Once it is open they are encrypted with it.',
  ),
  'banner.keyring': message('The keyring is locked'),
  'banner.keyringNext': message('The keys are encrypted with it. Unlock it, and watching goes on by itself.'),
  'banner.unlock': message('Unlock keyring'),
  'banner.noDefaultKeyring': message('This system has no default keyring'),
  'banner.noDefaultKeyringNext': message(
    'Keys are kept only until you quit. Make a default keyring, and they are encrypted with it.',
  ),
  'banner.lostDefaultKeyringNext': message(
    'The keys are encrypted with the one it had. Make that one the default again, or make another one and enter the keys again.',
  ),
  'banner.makeKeyring': message('Make keyring'),
  'banner.silentKeyring': message('The keyring does not answer'),
  'banner.silentKeyringNext': message(
    'The keys are encrypted with it. Once it answers, watching goes on by itself.',
  ),
  'banner.noKeyring': message('This system has no keyring'),
  'banner.noKeyringNext': message(
    'Keys are kept only until you quit. Install one, such as GNOME Keyring or KWallet, and start it.',
  ),
  'banner.lostKeyringNext': message(
    'The keys are encrypted with the one that it had. Start that one, and watching goes on by itself.',
  ),
  'banner.askKeyring': message('Look for keyring'),
  'banner.unsaved': message('Keepwatch cannot save to the disk'),
  'banner.unsavedNext': message(
    'The disk may be full or not writable. Watching goes on; after a restart you may be notified again.',
  ),
  'banner.settingsDamaged': message('The settings file is damaged'),
  'banner.settingsNewer': message('The settings are from a newer version of Keepwatch'),
  'banner.portalsDamaged': message('The record of past notifications is damaged'),
  'banner.usedInPart': message('What could be read is used.'),
  'banner.setAside': message<{ file: string }>(
    'What could be read is used. The file was set aside as {file}.',
  ),
  'banner.unsandboxed': message('The window runs without Chromium’s sandbox'),
  'banner.unsandboxedNext': message(
    'Keepwatch was started with --no-sandbox. Start it without, or install the package for your system.',
  ),
  'banner.noTray': message('This desktop shows no tray icons'),
  'banner.noTrayNext': message('Keepwatch goes on without one. Start it again to open this window.'),
  'diagnostics.note': message(
    'Diagnostics of Keepwatch. They contain the names and addresses of your portals and the folders of their archives, but no keys and no download links.',
  ),
  'diagnostics.notSaved': message('The diagnostics could not be saved'),
  'diagnostics.notSavedNext': message(
    'The disk may be full, or the folder not writable. Choose another one.',
  ),
};
