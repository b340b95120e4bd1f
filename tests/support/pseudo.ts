import { createWords } from '../../src/present/i18n/words.ts';
import { en } from '../../src/present/i18n/en.ts';
import type { Catalogue } from '../../src/present/i18n/messages.ts';
import { rewrite } from './icu.ts';

const letters = new Map(
  Array.from('aeiouyAEIOUYcnsz', (letter, index) => [letter, 'áéíóúýÁÉÍÓÚÝçñšž'.charAt(index)]),
);

/** Accented, and two fifths longer, as a translation may well be. */
export function longer(literal: string): string {
  const accented = Array.from(literal, (letter) => letters.get(letter) ?? letter).join('');
  return accented.trim() === '' ? accented : accented + 'ơ'.repeat(Math.ceil(literal.trim().length * 0.4));
}

function pseudo(): Catalogue {
  const catalogue = { ...en };
  for (const name of Object.keys(en)) {
    if (isName(name)) catalogue[name] = rewrite(en[name], longer);
  }
  return catalogue;
}

function isName(name: string): name is keyof Catalogue {
  return name in en;
}

/** No language that anybody speaks: longer, accented, and written from right to left. */
export const pseudoWords = createWords(pseudo(), {
  language: 'ar-XB',
  direction: 'rtl',
  region: 'ar-EG',
  timeZone: 'Asia/Kolkata',
});
