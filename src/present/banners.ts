import type { Banner } from '../contract/values.ts';
import { assertNever } from '../core/base/result.ts';
import type { KeyringState, SetAside, State } from '../core/state.ts';
import { newsTone } from './portal/glyph.ts';
import { notificationTitle } from './notification/title.ts';
import type { Words } from './i18n/i18n.ts';

/** What concerns the application itself, and news that no notification could show: above the list. */
export function bannersOf({ application, delivery, watches }: State, words: Words, now: number): Banner[] {
  const { say } = words;
  const banners: Banner[] = delivery.refused.map(({ portal, announcement }) => ({
    tone: newsTone(announcement.news),
    fact: notificationTitle(portal.name, announcement.news, words, now),
    next: say('banner.untoldNext'),
  }));
  const waits = watches.some(({ keyStatus }) => keyStatus === 'keyringClosed');
  if (waits || application.keptUntilQuit) banners.push(keyringBanner(application.keyring, waits, words));
  if (application.unsaved)
    banners.push({ tone: 'warn', fact: say('banner.unsaved'), next: say('banner.unsavedNext') });
  for (const aside of application.setAside) {
    // It goes under its other name with the first save.
    const next = application.unsaved
      ? say('banner.usedInPart')
      : say('banner.setAside', { file: aside.file });
    banners.push({ tone: 'warn', fact: asideFact(aside, words), next });
  }
  if (application.unsandboxed)
    banners.push({ tone: 'warn', fact: say('banner.unsandboxed'), next: say('banner.unsandboxedNext') });
  if (application.trayless)
    banners.push({ tone: 'calm', fact: say('banner.noTray'), next: say('banner.noTrayNext') });
  return banners;
}

/** `waits`: a sealed key waits for the keyring; otherwise one is in memory only. */
function keyringBanner(keyring: KeyringState, waits: boolean, { say }: Words): Banner {
  switch (keyring) {
    case 'open':
      // The desktop has not told of it yet.
      return waits
        ? { tone: 'warn', fact: say('banner.keyring'), next: say('banner.keyringNext') }
        : { tone: 'warn', fact: say('banner.keptUntilQuit'), next: say('banner.keptUntilQuitNext') };
    case 'locked':
      return {
        tone: 'warn',
        fact: say('banner.keyring'),
        next: say(waits ? 'banner.keyringNext' : 'banner.untilQuit'),
        unlock: say('banner.unlock'),
      };
    case 'withoutDefault':
      return {
        tone: 'warn',
        fact: say('banner.noDefaultKeyring'),
        next: say(waits ? 'banner.lostDefaultKeyringNext' : 'banner.noDefaultKeyringNext'),
        unlock: say('banner.makeKeyring'),
      };
    case 'silent':
      return {
        tone: 'warn',
        fact: say('banner.silentKeyring'),
        next: say(waits ? 'banner.silentKeyringNext' : 'banner.untilQuit'),
        unlock: say('banner.askKeyring'),
      };
    case 'absent':
      return {
        tone: 'warn',
        fact: say('banner.noKeyring'),
        next: say(waits ? 'banner.lostKeyringNext' : 'banner.noKeyringNext'),
        unlock: say('banner.askKeyring'),
      };
    default:
      return assertNever(keyring);
  }
}

function asideFact({ of, why }: SetAside, { say }: Words): string {
  if (of === 'portals') return say('banner.portalsDamaged');
  return say(why === 'newer' ? 'banner.settingsNewer' : 'banner.settingsDamaged');
}
