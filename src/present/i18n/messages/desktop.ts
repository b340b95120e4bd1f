import { message } from '../message.ts';

/** Tooltip, menu, notices, and the strips that say what they could not. */
export const desktop = {
  'line.portal': message<{ portal: string; state: string }>('{portal}: {state}'),
  'line.server': message<{ portal: string }>('{portal}, whole server'),
  'tooltip.paused': message('Keepwatch: watching is paused'),
  'tooltip.pausedUntil': message<{ time: string }>('Keepwatch: watching is paused until {time}'),
  'tooltip.offline': message<{ time: string }>('Keepwatch: no network since {time}'),
  'menu.none': message('No portal is watched yet'),
  'menu.open': message('Open Keepwatch'),
  'menu.quit': message('Quit'),
  'dialog.cannotStart': message('Keepwatch cannot start'),
  'notice.many': message<{ count: number }>(
    '{count, plural, one {# piece of news} other {# pieces of news}}',
  ),
  'notice.manyText': message<{ portals: number }>(
    'From {portals, plural, one {# portal} other {# portals}}. Open Keepwatch to read them.',
  ),
  'notice.linkHost': message<{ host: string }>('The link leads to {host}.'),
  'notice.age': message<{ when: string }>('It ended {when}.'),
  'notice.ageSeen': message<{ when: string }>('Keepwatch saw it {when}.'),
  'strip.untoldNext': message('This system showed no notification for it.'),
  'strip.keptUntilQuit': message('Keys are kept until you quit'),
  'strip.keptUntilQuitNext': message('This system has no safe keyring. Start one, and enter the keys again.'),
  'strip.keyring': message('The keyring is locked'),
  'strip.keyringNext': message('The keys lie in it. Unlock it, and watching goes on by itself.'),
  'strip.unsaved': message('What happens cannot be saved'),
  'strip.unsavedNext': message(
    'The disk may be full or not writable. Watching goes on; after a restart it may be told again.',
  ),
  'strip.settingsDamaged': message('The settings could not be read whole'),
  'strip.settingsNewer': message('The settings come from a newer Keepwatch'),
  'strip.ledgerDamaged': message('What was told before could not be read whole'),
  'strip.usedInPart': message('What could be read is used.'),
  'strip.setAside': message<{ file: string }>(
    'What could be read is used. The file was set aside as {file}.',
  ),
  'strip.noTray': message('This desktop shows no tray icons'),
  'strip.noTrayNext': message('Keepwatch goes on without one. Start it again to open this window.'),
  'diagnostics.note': message(
    'Diagnostics of Keepwatch. The names and addresses of your portals are in it; no keys, and no download links.',
  ),
  'diagnostics.notSaved': message('The diagnostics could not be saved'),
  'diagnostics.notSavedNext': message(
    'The disk may be full, or the folder not writable. Choose another one.',
  ),
};
