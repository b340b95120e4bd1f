import { createWords, type Words } from '../../src/present/i18n/i18n.ts';
import { english } from '../../src/present/i18n/language.ts';

/** English as it is written in Britain; the clock shows UTC. */
export const words: Words = createWords(english, { region: 'en-GB', timeZone: 'UTC' });
