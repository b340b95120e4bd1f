import { expect, test } from 'vitest';
import { createWords } from '../../src/present/i18n/i18n.ts';
import { english } from '../../src/present/i18n/language.ts';
import { failedPage } from '../../src/present/failedPage.ts';
import { words } from '../support/present/presented.ts';

test('the page that stands in says what happened, leads back, and runs nothing', () => {
  const html = failedPage(words);
  expect(html).toContain('<html lang="en" dir="ltr">');
  expect(html).toContain('<h1 class="t-title">This window stopped working</h1>');
  expect(html).toContain('href="./index.html">Reload window</a>');
  expect(html).not.toMatch(/<script|\son\w+=|style=|https?:/);
});

test('its words are text, whatever language they are in', () => {
  const other = createWords({ ...english, text: () => '<b>a & b</b>' }, { region: 'en', timeZone: 'UTC' });
  expect(failedPage(other)).toContain('&lt;b>a &amp; b&lt;/b>');
});
