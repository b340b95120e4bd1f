import type { App } from 'electron';

/** How this user's system writes numbers and times, and in which time zone. */
export function localeOf(app: Pick<App, 'getSystemLocale' | 'getLocale'>): {
  region: string;
  timeZone: string;
} {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // On Linux the system's may be "C", or carry a suffix that is no language tag.
  const region = [app.getSystemLocale(), app.getLocale()].find(isLocale) ?? 'en';
  return { region, timeZone };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
