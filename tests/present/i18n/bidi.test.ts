import { expect, test } from 'vitest';
import { shorten } from '../../../src/core/base/text.ts';
import { isolate } from '../../../src/present/i18n/bidi.ts';
import { createWords } from '../../../src/present/i18n/i18n.ts';
import { english } from '../../../src/present/i18n/language.ts';
import { acme, start, stateOf } from '../../support/given.ts';
import { words } from '../../support/present/presented.ts';
import { trayOf } from '../../support/present/shown.ts';

const hebrew = 'שלום 42';
const rightToLeft = createWords({ ...english, direction: 'rtl' }, { region: 'en', timeZone: 'UTC' });

test.each([hebrew, 'عربي', 'ߒߞߏ', '𞤀𞤁𞤂', 'Acme עברית'])(
  'the name "%s" keeps to itself inside a sentence',
  (name) => {
    expect(words.say('connected.fact', { portal: name })).toBe(`\u2068${name}\u2069 is being watched`);
  },
);

test.each(['Acme', 'R&D 42 %', 'Ünïcode', '東京', '🏳️‍🌈', ''])('the name "%s" stays as it is', (name) => {
  expect(words.say('connected.fact', { portal: name })).toBe(`${name} is being watched`);
});

test('in a language that is written from right to left it is the other way round', () => {
  expect(rightToLeft.say('connected.fact', { portal: 'Acme' })).toBe('\u2068Acme\u2069 is being watched');
  expect(rightToLeft.say('connected.fact', { portal: hebrew })).toBe(`${hebrew} is being watched`);
});

test('a sentence inside a sentence is not marked again', () => {
  const inner = words.say('line.server', { portal: hebrew });
  expect(words.say('connected.fact', { portal: inner })).toBe(
    `\u2068${hebrew}\u2069, whole server is being watched`,
  );
});

test('numbers are counted, not marked', () => {
  expect(words.say('notification.many', { count: 2 })).toBe('2 updates');
});

test('the marks are within the limit of a tooltip, and both are there', () => {
  const name = 'ש'.repeat(200);
  const state = stateOf([{ ...acme, name }]);
  const tooltip = trayOf(state, words, start).tooltip;
  expect(tooltip).toHaveLength(127);
  expect(tooltip).toMatch(/^\u2068ש+…\u2069: waits for the keyring$/u);
  expect(trayOf(state, words, start).menu[0]?.label).toBe(tooltip);
});

test('only what turns around is marked', () => {
  expect(isolate('a', 'ltr')).toBe('a');
  expect(isolate(shorten(hebrew, 3), 'ltr')).toBe('\u2068של…\u2069');
});
