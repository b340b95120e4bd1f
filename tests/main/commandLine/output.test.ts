import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readKey } from '../../../src/main/commandLine/keyInput.ts';
import { harmlessLine, isColoured, printed } from '../../../src/main/commandLine/output.ts';
import { factsWith } from '../../support/present/facts.ts';

const facts = factsWith([]);

test('colours are for terminals, and for those who have not asked for none', () => {
  expect(isColoured(true, {})).toBe(true);
  expect(isColoured(true, { NO_COLOR: '' })).toBe(true);
  expect(isColoured(false, {})).toBe(false);
  expect(isColoured(true, { NO_COLOR: '1' })).toBe(false);
  expect(isColoured(true, { TERM: 'dumb' })).toBe(false);
});

test('an answer is printed as lines, or as one line of JSON', () => {
  const lines = [
    { tone: 'danger', text: 'Acme: backup failed' },
    { tone: 'calm', text: '  The disk is full.' },
  ] as const;
  expect(printed({ facts, lines: [...lines] }, 'text')).toBe('Acme: backup failed\n  The disk is full.\n');
  expect(printed({ facts, lines: [...lines] }, 'coloured')).toBe(
    '\u001B[31mAcme: backup failed\u001B[0m\n  The disk is full.\n',
  );
  expect(printed({ facts, lines: [] }, 'json')).toBe(`${JSON.stringify(facts)}\n`);
});

test('nothing that is answered commands the terminal, whoever has printed it', () => {
  const text = 'Acme\u001B]0;title\u0007\u009B2J: idle';
  expect(harmlessLine(`${text}\r\u001B[2J`)).toBe('Acme]0;title2J: idle[2J\n');
  expect(harmlessLine('\u001B[31mAcme: backup failed\u001B[0m')).toBe(
    '\u001B[31mAcme: backup failed\u001B[0m\n',
  );
  expect(printed({ facts, lines: [{ tone: 'calm', text }] }, 'text')).toBe('Acme]0;title2J: idle\n');
});

test('a key is read from what a script hands over, and from no terminal', async () => {
  const input = (text: string): Readable => Readable.from([Buffer.from(text)]);
  expect(await readKey(input('sk-0123456789abcdef\n'))).toEqual({
    ok: true,
    value: { text: 'sk-0123456789abcdef', kind: 'apiKey' },
  });
  expect(await readKey(input(''))).toEqual({ ok: false, reason: 'noKey' });
  expect(await readKey(input('two words'))).toEqual({ ok: false, reason: 'noKey' });
  expect(await readKey(input(`sk-0123456789abcdef${' '.repeat(9000)}`))).toEqual({
    ok: false,
    reason: 'noKey',
  });
  const terminal = Object.assign(input('sk-0123456789abcdef'), { isTTY: true });
  expect(await readKey(terminal)).toEqual({ ok: false, reason: 'keyOnTerminal' });
});
