import { app, dialog } from 'electron';
import { startFailureText } from '../../present/startFailure.ts';
import { createWords } from '../../present/i18n/i18n.ts';
import { english } from '../../present/i18n/language.ts';
import { localeOf } from './locale.ts';

/** Says that Keepwatch cannot start, and why. Loaded only then: the words are not needed for anything before. */
export function tellStartFailure(error: unknown): void {
  const words = createWords(english, localeOf(app));
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  dialog.showErrorBox(startFailureText(words), why);
}
