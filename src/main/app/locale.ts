import type { App } from 'electron';
import type { Locale } from '../../present/i18n/i18n.ts';

/** What of Electron's app is used. */
export type SystemLocale = Pick<App, 'getSystemLocale' | 'getLocale'>;

/** Another time zone is noticed at the latest after this, in milliseconds. Asking the system takes up to 8 ms where /etc/localtime is no link. */
const rereadAfter = 30_000;

/**
 * How this user's system writes numbers and times, and in which time zone: read again while Keepwatch runs, since
 * people travel. The same object as long as nothing has changed. `wall`: epoch milliseconds.
 */
export function createLocaleReader(
  app: SystemLocale,
  env: NodeJS.ProcessEnv,
  wall: () => number,
): () => Locale {
  let locale = readLocale(app, env);
  let readAt = wall();
  return () => {
    // The clock may have been set back.
    if (Math.abs(wall() - readAt) < rereadAfter) return locale;
    readAt = wall();
    const next = readLocale(app, env);
    if (next.region !== locale.region || next.timeZone !== locale.timeZone) locale = next;
    return locale;
  };
}

/** Whatever the system says of place and language, there is an answer: nothing about them may stop Keepwatch. */
function readLocale(app: SystemLocale, env: NodeJS.ProcessEnv): Locale {
  // The time zone is kept by the JavaScript engine; a change of TZ makes Node ask the system for it again, and taking
  // away what is not there changes nothing else. https://nodejs.org/api/process.html#processenv

  if (env['TZ'] === undefined) delete env['TZ'];
  return { region: readRegion(app), timeZone: readTimeZone() };
}

/** On Linux the system's may be "C", or carry a suffix that is no language tag. */
function readRegion(app: SystemLocale): string {
  return [app.getSystemLocale(), app.getLocale()].find(isLocale) ?? 'en';
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** UTC where the system's zone has no name: Intl calls that one "Etc/Unknown", and throws when it is asked for it. */
function readTimeZone(): string {
  try {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone || 'UTC';
  } catch {
    return 'UTC';
  }
}
