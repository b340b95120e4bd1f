import type { Banner } from '../contract/values.ts';
import { assertNever } from '../core/base/result.ts';
import { kindOf } from '../core/news/silenced.ts';
import { isSaidByRow } from '../core/reduce/visible.ts';
import type { KeyringState, SetAside, State } from '../core/state.ts';
import { newsTone } from './portal/glyph.ts';
import { notificationTitle } from './notification/title.ts';
import type { Words } from './i18n/i18n.ts';

/** What concerns the application itself, and news that no notification could show: above the list. */
export function bannersOf(state: State, words: Words, now: number): Banner[] {
  const { say } = words;
  const { application, watches } = state;
  const banners = untoldBanners(state, words, now);
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

/** What no notification was wanted for is said here only where its row says something else. */
function untoldBanners({ delivery, watches, silenced }: State, words: Words, now: number): Banner[] {
  return delivery.refused.flatMap(({ portal, announcement }) => {
    const { id, news } = announcement;
    const silent = silenced.includes(kindOf(news));
    const watch = watches.find((candidate) => candidate.portal.id === portal.id);
    if (silent && watch !== undefined && isSaidByRow(watch, id)) return [];
    const next = words.say(silent ? 'banner.silencedNext' : 'banner.untoldNext');
    return [{ tone: newsTone(news), fact: notificationTitle(portal.name, news, words, now), next }];
  });
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
