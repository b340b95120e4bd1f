import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { labelNames } from '../../../src/contract/labels.ts';
import { createWords } from '../../../src/present/i18n/i18n.ts';
import { argumentsOf } from '../../../src/present/i18n/icu.ts';
import { english } from '../../../src/present/i18n/language.ts';
import { messages } from '../../../src/present/i18n/messages/messages.ts';
import { words } from '../../support/words.ts';
import { codeOf } from '../../architecture/source.ts';

const source = new URL('../../../src/', import.meta.url);

function read(folder: string): string {
  return readdirSync(new URL(folder, source), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'utf8'))
    .join('\n');
}

const names = Object.keys(messages).filter((name) => name in messages);
const texts = new Map(Object.entries(messages).map(([name, message]) => [name, message.english]));
const textOf = (name: string): string => texts.get(name) ?? '';

/** The values that the type of each message wants: read from the source, since types are gone at run time. */
function readTypes(): Map<string, Record<string, string>> {
  const entries = read('present/i18n/messages/').matchAll(/^ {2}'?([\w.]+)'?: message(?:<\{([^}]*)\}>)?\(/gm);
  return new Map(
    [...entries].map(([, name = '', values = '']) => {
      const fields = [...values.matchAll(/(\w+): (number|string)/g)];
      return [name, Object.fromEntries(fields.map(([, field = '', type = '']) => [field, type]))];
    }),
  );
}

const types = readTypes();

/** A value that can be told from all words. */
function sampleOf(values: Record<string, string>): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, type]) => [name, type === 'number' ? 7 : `<${name}>`]),
  );
}

describe('the English messages', () => {
  test('stand once each', () => {
    expect([...types.keys()].toSorted()).toEqual(names.toSorted());
  });

  test.each(names)('%s takes the values of its type', (name) => {
    const taken = argumentsOf(textOf(name));
    const wanted = types.get(name) ?? {};
    expect(Object.keys(taken).toSorted()).toEqual(Object.keys(wanted).toSorted());
    for (const [value, type] of Object.entries(taken)) {
      if (type === 'number') expect(wanted[value]).toBe('number');
    }
  });

  test.each(names)('%s is said with its values, and nothing is left over', (name) => {
    const values = sampleOf(types.get(name) ?? {});
    const only = createWords({ ...english, text: () => textOf(name) }, { region: 'en', timeZone: 'UTC' });
    const said = only.say('when.day', { day: '', time: '', ...values });
    expect(said).not.toMatch(/[{}#]|undefined|\[object/);
    for (const value of Object.values(values)) expect(said).toContain(String(value));
    expect(said).toBe(said.trim() + (name.startsWith('check.') && said.endsWith(': ') ? ' ' : ''));
  });

  test('speak plainly: no exclamation, no plea, no apology, no straight quote', () => {
    for (const name of names) {
      expect(textOf(name), name).not.toMatch(/!|\bplease\b|\bsorry\b|\boops\b|\bfailed to\b|'|\.\.\./i);
    }
  });

  test('end with a full stop where they are sentences, states and buttons do not', () => {
    const sentences = /^(why|next|label\.(removalNext|welcomeText|welcomeKey|errorText)|refused\.address)/;
    const short = /^(state|inline|headline|label\.(open|copy|check|change|pause|resume)\w+)/;
    const full = names.filter((name) => textOf(name).endsWith('.'));
    expect(names.filter((name) => sentences.test(name) && !full.includes(name))).toEqual([]);
    expect(names.filter((name) => short.test(name) && full.includes(name))).toEqual([]);
  });

  test('count in English', () => {
    expect(words.say('headline.needYou', { count: 1 })).toBe('1 portal needs you');
    expect(words.say('headline.needYou', { count: 12 })).toBe('12 portals need you');
    expect(words.say('span.days', { days: 1 })).toBe('1 day');
  });
});

describe('every message is needed', () => {
  const code = read('present/');
  // Names that are put together. A state is said in two manners; the window's labels are listed.
  const prefixes = [...code.matchAll(/`([\w.]+)\.\$\{/g)].map(([, prefix]) => prefix ?? '');
  const composed = new RegExp(
    `^(${[...prefixes.filter((prefix) => prefix !== 'label'), 'state', 'inline'].join('|')})\\.`,
  );

  test.each(names)('%s', (name) => {
    const label = labelNames.some((listed) => name === `label.${listed}`);
    expect(code.includes(`'${name}'`) || label || composed.test(name) || isButton(name)).toBe(true);
  });

  test.each(labelNames)('the window shows the label %s', (label) => {
    expect(codeOf(read('renderer/'))).toMatch(new RegExp(`(labels\\.|[{,]\\s*)${label}\\b`));
  });
});

/** `label.${action}`, for each action of a button. */
function isButton(name: string): boolean {
  return ['label.openLink', 'label.copyLink', 'label.openPage'].includes(name);
}
