import { describe, expect, test } from 'vitest';
import { createWords } from '../../../src/present/i18n/i18n.ts';
import { loadTranslation } from '../../../src/present/i18n/language.ts';
import { longer, pseudoTexts, pseudoWords } from '../../support/i18n/pseudo.ts';

const texts = pseudoTexts();

function faultsOf(changed: Record<string, string>): unknown {
  const loaded = loadTranslation('de', 'ltr', { ...texts, ...changed });
  return loaded.ok ? [] : loaded.reason;
}

describe('a translation that is whole', () => {
  test('is spoken, with plurals of its own', () => {
    const german = loadTranslation('de', 'ltr', {
      ...texts,
      'span.days': '{days, plural, one {ein Tag} other {# Tage}}',
    });
    if (!german.ok) throw new Error(JSON.stringify(german.reason));
    const words = createWords(german.value, { region: 'de-DE', timeZone: 'Europe/Berlin' });
    expect(words.span(2 * 86_400_000)).toBe('2 Tage');
    expect(words.language).toBe('de');
  });

  test('may order its values anew, and write a number as it is', () => {
    expect(faultsOf({ 'when.day': '{time} – {day}', 'span.days': '{days} d' })).toEqual([]);
  });
});

describe('a translation is not spoken when', () => {
  test('a message is missing', () => {
    const { 'label.back': _left, ...rest } = texts;
    expect(loadTranslation('de', 'ltr', rest)).toEqual({
      ok: false,
      reason: [{ name: 'label.back', why: 'missing' }],
    });
  });

  test.each([
    ['it has a message that nobody says', { 'label.none': 'x' }, { name: 'label.none', why: 'unknown' }],
    ['a name is one of every object', { toString: 'x' }, { name: 'toString', why: 'unknown' }],
    ['a brace is open', { 'label.back': 'Zurück {' }, { name: 'label.back', why: 'broken' }],
    ['a value is forgotten', { 'when.day': 'am {day}' }, { name: 'when.day', why: 'values' }],
    ['a value is misspelt', { 'when.day': '{day}, {tiem}' }, { name: 'when.day', why: 'values' }],
    ['a value is one too many', { 'label.back': '{x}' }, { name: 'label.back', why: 'values' }],
    [
      'a name is used as a number',
      { 'when.day': '{day}, {time, number}' },
      { name: 'when.day', why: 'values' },
    ],
    [
      'a value is chosen by',
      { 'when.day': '{day}, {time, select, other {x}}' },
      { name: 'when.day', why: 'values' },
    ],
  ])('%s', (_what, changed, fault) => {
    expect(faultsOf(changed)).toEqual([fault]);
  });
});

test('the pseudo-language is two fifths longer, and keeps its values', () => {
  expect(longer('Backup failed').length).toBe('Backup failed'.length + 6);
  const said = pseudoWords.say('headline.detail.checked', { count: 3, span: '5 s' });
  expect(said).toContain('5 s');
  expect(said.length).toBeGreaterThan('3 portals, checked 5 s ago'.length * 1.3);
});
