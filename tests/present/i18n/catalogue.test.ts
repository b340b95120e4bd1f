import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createWords } from '../../../src/present/i18n/words.ts';
import { en } from '../../../src/present/i18n/en.ts';
import { argumentsOf } from '../../support/icu.ts';
import { longer, pseudoWords } from '../../support/pseudo.ts';

const room = new URL('../../../src/present/', import.meta.url);

function read(folder: URL): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => (entry.isFile() ? readFileSync(new URL(entry.name, folder), 'utf8') : ''))
    .join('\n');
}

/** The values that the types want for each message: read from their source, since types are gone at run time. */
function declared(): Map<string, Record<string, string>> {
  const lines = read(new URL('i18n/messages/', room)).matchAll(/^ {2}'?([\w.]+)'?: (None|\{[^}]*\});$/gm);
  return new Map(
    [...lines].map(([, name = '', values = '']) => {
      const fields = [...values.matchAll(/(\w+): (number|string)/g)];
      return [name, Object.fromEntries(fields.map(([, field = '', type = '']) => [field, type]))];
    }),
  );
}

const types = declared();
const names = Object.keys(en);

/** A value that can be told from all words. */
function sampleOf(values: Record<string, string>): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, type]) => [name, type === 'number' ? 7 : `<${name}>`]),
  );
}

function isName(name: string): name is keyof typeof en {
  return name in en;
}

describe('the English catalogue', () => {
  test('has every message that the types know, and no other', () => {
    expect(names.toSorted()).toEqual([...types.keys()].toSorted());
  });

  test.each(names)('%s takes the values of its type', (name) => {
    const message = isName(name) ? en[name] : '';
    const taken = argumentsOf(message);
    const wanted = types.get(name) ?? {};
    expect(Object.keys(taken).toSorted()).toEqual(Object.keys(wanted).toSorted());
    for (const [value, type] of Object.entries(taken)) {
      if (type === 'number') expect(wanted[value]).toBe('number');
    }
  });

  test.each(names)('%s is said with its values, and nothing is left over', (name) => {
    const message = isName(name) ? en[name] : '';
    const values = sampleOf(types.get(name) ?? {});
    const plain = createWords(
      { ...en, 'when.day': message },
      { language: 'en', direction: 'ltr', region: 'en', timeZone: 'UTC' },
    );
    const said = plain.say('when.day', { day: '', time: '', ...values });
    expect(said).not.toMatch(/[{}#]|undefined|\[object/);
    for (const value of Object.values(values)) expect(said).toContain(String(value));
    expect(said).toBe(said.trim() + (name.startsWith('check.') && said.endsWith(': ') ? ' ' : ''));
  });

  test('speaks plainly: no exclamation, no plea, no apology, no straight quote', () => {
    for (const name of names) {
      const message = isName(name) ? en[name] : '';
      expect(message, name).not.toMatch(/!|\bplease\b|\bsorry\b|\boops\b|\bfailed to\b|'|\.\.\./i);
    }
  });

  test('sentences end with a full stop, states and buttons do not', () => {
    const sentences = /^(why|next|label\.(removalNext|welcomeText|welcomeKey|errorText)|refused\.address)/;
    const short = /^(state|inline|action|verdict|notice\.(finished|gaps|failed))/;
    const full = names.filter((name) => isName(name) && en[name].endsWith('.'));
    expect(names.filter((name) => sentences.test(name) && !full.includes(name))).toEqual([]);
    expect(names.filter((name) => short.test(name) && full.includes(name))).toEqual([]);
  });

  test('counts in English', () => {
    const words = createWords(en, { language: 'en', direction: 'ltr', region: 'en-GB', timeZone: 'UTC' });
    expect(words.say('verdict.needYou', { count: 1 })).toBe('1 portal needs you');
    expect(words.say('verdict.needYou', { count: 12 })).toBe('12 portals need you');
    expect(words.say('span.days', { days: 1 })).toBe('1 day');
  });
});

describe('every message is needed', () => {
  const source = ['', 'i18n/', 'portal/', 'connect/', 'notification/']
    .map((folder) => read(new URL(folder, room)))
    .join('\n');
  // Names that are put together: `state.${standing.is}`.
  const prefixes = [...source.matchAll(/`([\w.]+)\.\$\{/g)].map(([, prefix]) => `${prefix}.`);

  test.each(names)('%s', (name) => {
    const used = source.includes(`'${name}'`) || prefixes.some((prefix) => name.startsWith(prefix));
    expect(used).toBe(true);
  });
});

describe('a language that is longer, and written from right to left', () => {
  test('is two fifths longer, and keeps its values', () => {
    expect(longer('Backup failed').length).toBe('Backup failed'.length + 6);
    const said = pseudoWords.say('verdict.detail.looked', { count: 3, span: '5 s' });
    expect(said).toContain('5 s');
    expect(said.length).toBeGreaterThan('3 portals, looked 5 s ago'.length * 1.3);
    expect(pseudoWords.direction).toBe('rtl');
  });
});
