import { createWords } from '../../../src/present/i18n/i18n.ts';
import { loadTranslation } from '../../../src/present/i18n/language.ts';
import { messages } from '../../../src/present/i18n/messages/messages.ts';
import { rewrite } from './icu.ts';

const letters = new Map(
  Array.from('aeiouyAEIOUYcnsz', (letter, index) => [letter, 'áéíóúýÁÉÍÓÚÝçñšž'.charAt(index)]),
);

/** Accented, and two fifths longer, as a translation may well be. */
export function longer(literal: string): string {
  const accented = Array.from(literal, (letter) => letters.get(letter) ?? letter).join('');
  return accented.trim() === '' ? accented : accented + 'ơ'.repeat(Math.ceil(literal.trim().length * 0.4));
}

/** What the JSON file of a language nobody speaks would hold: longer and accented. */
export function pseudoTexts(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).map(([name, { english }]) => [name, rewrite(english, longer)]),
  );
}

const pseudo = loadTranslation('ar-XB', 'rtl', pseudoTexts());
if (!pseudo.ok) throw new Error(JSON.stringify(pseudo.reason));

/** That language, written from right to left, in a place far from all others of the tests. */
export const pseudoWords = createWords(pseudo.value, { region: 'ar-EG', timeZone: 'Asia/Kolkata' });
