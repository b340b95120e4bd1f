import { describe, expect, test } from 'vitest';
import { authorization, parseKey } from '../../../src/core/docspace/authorization.ts';

const key = `sk-${'0123456789abcdef'.repeat(4)}`;

describe('a key as somebody pastes it', () => {
  test.each([
    key,
    ` ${key}\n`,
    `"${key}"`,
    `'${key}'`,
    `“${key}”`,
    `\`${key}\``,
    `Bearer ${key}`,
    `bearer   ${key}`,
    `"Bearer ${key}"`,
    `Authorization: ${key}`,
    `Authorization: Bearer ${key}`,
    `authorization:Bearer ${key}`,
    `'Authorization': 'Bearer ${key}',`,
    `"Authorization": "${key}"`,
    `${key},`,
    `\u200B${key}\u200B`,
    `\u00A0${key}\uFEFF`,
    `\u00AD${key}\u200E`,
    key.replace('89', '8\u200B9'),
    `„${key}“`,
    `«${key}»`,
    `(${key})`,
    `[${key}]`,
    `<${key}>;`,
    `${key}.`,
    `Authorization: "Bearer\u200B ${key}"`,
  ])('%j is an API key', (typed) => {
    expect(parseKey(typed)).toEqual({ text: key, kind: 'apiKey' });
  });

  test.each(['Mkq3/abc+def==', 'eyJhbGciOiJIUzI1NiJ9.e30.x', 'SK-abc', 'basic'])(
    '%j is a session token',
    (typed) => {
      expect(parseKey(typed)).toEqual({ text: typed, kind: 'sessionToken' });
    },
  );

  test.each([
    '',
    '  ',
    '""',
    'Bearer',
    'Bearer  ',
    `${key} ${key}`,
    'sk-abc\r\nX-Evil: 1',
    'sk-ab\u0000cd',
    'sk-ключ',
    'x'.repeat(4097),
  ])('%j is none', (typed) => {
    const kept = typed.trim() === 'Bearer' ? { text: 'Bearer', kind: 'sessionToken' } : null;
    expect(parseKey(typed)).toEqual(kept);
  });
});

describe('the Authorization header', () => {
  test('is Bearer for an API key, and nothing but the token for a session', () => {
    expect(authorization({ text: key, kind: 'apiKey' })).toBe(`Bearer ${key}`);
    expect(authorization({ text: 'token', kind: 'sessionToken' })).toBe('token');
  });
});
