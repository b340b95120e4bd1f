import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, shorten } from '../../../src/core/base/text.ts';

const family = '👨‍👩‍👧‍👦';
const flag = '🇩🇪';
const accented = 'e\u0301';

describe('a server’s text', () => {
  test.each([
    ['two\r\n  lines', 'two lines'],
    ['a\u0000b\u001Bc\u0085d', 'a b c d'],
    ['a\u2028b\u2029c', 'a b c'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['\u2066a\u2069\u200E\u200F\u061C', 'a'],
    ['\uFEFFa', 'a'],
    ['\uD800a\uDC00', '\uFFFDa\uFFFD'],
    [`  ${family} `, family],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['   ', ''],
    [`Bad key: "Bearer sk-${'0a'.repeat(32)}".`, 'Bad key: "Bearer sk-…".'],
    [`SK-${'0A'.repeat(32)}`, 'sk-…'],
    ['task-a and sk-learn', 'task-a and sk-learn'],
    ['No /storage/a.tar.gz?expire=1440&auth=S3CR3T there', 'No /storage/a.tar.gz?… there'],
    ['(https://s3.example/b/S3CR3T/a?X-Amz-Signature=S3CR3T)', '(https://s3.example/…'],
    ['to "https:\\/\\/s3.example\\/S3CR3T" failed', 'to "https:\\/\\/s3.example/…" failed'],
    ['HTTP://ada:S3CR3T@s3.example:9000/b', 'HTTP://s3.example:9000/…'],
    ['https%3A%2F%2Fs3.example%2Fa%3Fauth%3DS3CR3T', 'https%3A%2F%2F…'],
    ['/a%3Fauth%3DS3CR3T and more', '/a%3F… and more'],
    ['/a?%61uth=S3CR3T', '/a?…'],
    ['asc_auth_key=S3CR3T; Signature=S3CR3T&x', 'asc_auth_key=… Signature=…&x'],
    ['https://a/?b=\u200ES3CR3T', 'https://a/…'],
    ['/a?\u200Eauth=S3CR3T', '/a? auth=…'],
    ['Why? It is full: 3 = 3, see https://acme.example', 'Why? It is full: 3 = 3, see https://acme.example'],
    ['Cannot write /var/lib/storage/a.tar.gz', 'Cannot write /var/lib/storage/a.tar.gz'],
  ])('%j is shown as %j', (text, shown) => {
    expect(plainText(text, 100)).toBe(shown);
  });

  test('megabytes cost no more than what is shown', () => {
    expect(plainText('x'.repeat(50_000_000), 10)).toBe('xxxxxxxxx…');
  });

  test('is one short line without controls, whatever came', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 80 }),
        (text, limit) => {
          const shown = plainText(text, limit);
          expect(shown.length).toBeLessThanOrEqual(limit);
          expect(shown).not.toMatch(
            /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u,
          );
          expect(shown).not.toMatch(/\p{Surrogate}/u);
          expect(plainText(shown, limit)).toBe(shown);
        },
      ),
    );
  });
});

describe('a text that is cut', () => {
  test.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['one too many', 11, 'one too ma…'],
    ['word and more', 6, 'word…'],
    [`ab${family}`, 8, 'ab…'],
    [`${family}${family}`, 12, `${family}…`],
    [`a${flag}${flag}`, 6, `a${flag}…`],
    [`a${flag}${flag}`, 5, 'a…'],
    [accented.repeat(3), 4, `${accented}…`],
    [family, 3, '…'],
    ['ab', 1, '…'],
  ])('%j at %i is %j', (text, limit, shown) => {
    expect(shorten(text, limit)).toBe(shown);
  });

  const graphemes = fc.constantFrom('a', ' ', 'é', accented, flag, family, '👍🏽', 'नि', '\r\n', '❤️', '한');

  test('never ends within a grapheme, and is as long as it can be', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(
        fc.array(graphemes, { maxLength: 60 }),
        fc.integer({ min: 1, max: 130 }),
        (parts, limit) => {
          const text = parts.join('');
          const cut = shorten(text, limit);
          expect(cut.length).toBeLessThanOrEqual(limit);
          const kept = cut.slice(0, -1);
          const ends = [...segmenter.segment(text)].map(({ index }) => index);
          const room = ends.findLast((end) => end <= limit - 1) ?? 0;
          expect(text.length <= limit ? cut : kept).toBe(
            text.length <= limit ? text : text.slice(0, room).trimEnd(),
          );
        },
      ),
    );
  });
});
