import { app, dialog } from 'electron';
import { cannotStart } from '../present/cannotStart.ts';
import { createWords } from '../present/words.ts';
import { en } from '../present/words/en.ts';
import { placeOf } from './place.ts';

/** Says that Keepwatch cannot start, and why. Loaded only then: the words are not needed for anything before. */
export function tellStartFailure(error: unknown): void {
  const words = createWords(en, { language: 'en', direction: 'ltr', ...placeOf(app) });
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  dialog.showErrorBox(cannotStart(words), why);
}
