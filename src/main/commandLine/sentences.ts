import { createWords } from '../../present/i18n/i18n.ts';
import { english } from '../../present/i18n/language.ts';
import type { WrongUsage } from './command.ts';
import type { Complaint } from './take.ts';

const words = createWords(english, { region: 'en', timeZone: 'UTC' });

/** What goes to standard error: why there is no answer. */
export function complaint(about: Complaint): string {
  return `keepwatch: ${words.say(`command.${about}`)}\n`;
}

export function helpText(): string {
  return `${words.say('command.help')}\n`;
}

/** `word`: as it was given, so never that of a value. */
export function wrongUsage({ why, word }: WrongUsage): string {
  const said =
    why === 'word' || why === 'option'
      ? words.say(`command.wrong.${why}`, { word })
      : words.say(`command.wrong.${why}`);
  return `keepwatch: ${said}\n${words.say('command.usage')}\n`;
}
