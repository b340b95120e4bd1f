import type { Note } from '../contract/snapshot.ts';
import type { SetAside, State } from '../core/state.ts';
import { newsTone } from './portal/glyph.ts';
import { newsTitle } from './notification/title.ts';
import type { Words } from './i18n/words.ts';

/** What concerns the application itself, and news that no notification could show: above the list. */
export function stripsOf({ application, telling, watches }: State, words: Words, now: number): Note[] {
  const { say } = words;
  const strips: Note[] = telling.refused.map(({ portal, announcement }) => ({
    tone: newsTone(announcement.news),
    fact: newsTitle(portal.name, announcement.news, words, now),
    next: say('strip.untoldNext'),
  }));
  if (watches.some(({ credential }) => credential === 'keyringClosed')) {
    strips.push({ tone: 'warn', fact: say('strip.keyring'), next: say('strip.keyringNext') });
  } else if (application.keptUntilQuit) {
    strips.push({ tone: 'warn', fact: say('strip.keptUntilQuit'), next: say('strip.keptUntilQuitNext') });
  }
  if (application.unsaved)
    strips.push({ tone: 'warn', fact: say('strip.unsaved'), next: say('strip.unsavedNext') });
  for (const aside of application.setAside) {
    // It goes under its other name with the first save.
    const next = application.unsaved ? say('strip.usedInPart') : say('strip.setAside', { file: aside.file });
    strips.push({ tone: 'warn', fact: asideFact(aside, words), next });
  }
  if (application.trayless)
    strips.push({ tone: 'calm', fact: say('strip.noTray'), next: say('strip.noTrayNext') });
  return strips;
}

function asideFact({ of, why }: SetAside, { say }: Words): string {
  if (of === 'ledger') return say('strip.ledgerDamaged');
  return say(why === 'newer' ? 'strip.settingsNewer' : 'strip.settingsDamaged');
}
