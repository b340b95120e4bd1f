import { fail, type Result, succeed } from '../../core/base/result.ts';
import { argumentsOf } from './icu.ts';
import { type MessageName, messages } from './messages/messages.ts';

/** A language that Keepwatch speaks. `tag`: BCP 47; `text`: each message in it, in ICU MessageFormat. */
export type Language = {
  tag: string;
  direction: 'ltr' | 'rtl';
  text: (name: MessageName) => string;
};

export const english: Language = { tag: 'en', direction: 'ltr', text: (name) => messages[name].english };

/** `values`: it takes others than the English message does, or takes a text as a number. `broken`: not ICU MessageFormat. */
type TranslationFault = { name: string; why: 'missing' | 'unknown' | 'broken' | 'values' };

/**
 * Another language, from what its JSON file holds: the name and the text of each message. It is spoken only if it is
 * whole, since half a translation reads worse than none. English is the only one so far: what loads a file is its first
 * translator's to write, and the tests load one.
 */
export function loadTranslation(
  tag: string,
  direction: Language['direction'],
  texts: Texts,
): Result<Language, TranslationFault[]> {
  const faults = faultsOf(texts);
  return isWhole(texts, faults) ? succeed({ tag, direction, text: (name) => texts[name] }) : fail(faults);
}

type Texts = Readonly<Record<string, string>>;

function isWhole(_texts: Texts, faults: TranslationFault[]): _texts is Record<MessageName, string> {
  return faults.length === 0;
}

function faultsOf(texts: Texts): TranslationFault[] {
  const unknown = Object.keys(texts).filter((name) => !Object.hasOwn(messages, name));
  const known = Object.entries(messages).map(([name, { english: text }]) => ({
    name,
    why: faultIn(text, texts[name]),
  }));
  return [
    ...unknown.map((name) => ({ name, why: 'unknown' as const })),
    ...known.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }])),
  ];
}

function faultIn(original: string, translated: string | undefined): TranslationFault['why'] | null {
  if (translated === undefined) return 'missing';
  try {
    return fits(argumentsOf(original), argumentsOf(translated)) ? null : 'values';
  } catch {
    return 'broken';
  }
}

type Arguments = ReturnType<typeof argumentsOf>;

/** Each value of the one is in the other; a number may be written as a text, no text as a number. */
function fits(wanted: Arguments, taken: Arguments): boolean {
  const names = Object.keys(wanted);
  return (
    names.length === Object.keys(taken).length &&
    names.every(
      (name) => taken[name] === wanted[name] || (taken[name] === 'text' && wanted[name] === 'number'),
    )
  );
}
