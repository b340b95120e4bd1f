import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCommand, wordsOf } from '../../../src/main/commandLine/command.ts';

const json = false;
const look = null;

describe('what was meant for the command line', () => {
  test.each([
    [[]],
    [['--hidden']],
    [['--user-data-dir=/x', '--password-store=basic']],
    [['--no-sandbox', '-psn_0_1']],
    [['https://acme.example/x', 'file:///etc/passwd', '/etc/passwd', 'C:\\notes.txt', '--remove=all']],
  ])('nothing in %j: Keepwatch is simply started', (args) => {
    expect(wordsOf(['/opt/Keepwatch/keepwatch', ...args], null)).toBeNull();
  });

  test('any word, and our own options; what Electron was told is left out', () => {
    const switches = ['--ozone-platform=headless', '--no-zygote', '--no-sandbox', '--log-level=3'];
    const argv = ['/opt/Keepwatch/keepwatch', ...switches, '--user-data-dir=/x', 'status', '--json'];
    expect(wordsOf(argv, null)).toEqual(['status', '--json']);
    for (const word of ['--help', '-h', '--version', '--json', '--portal=x', '--timeout=1', 'frobnicate'])
      expect(wordsOf(['keepwatch', word], null)).toEqual([word]);
  });

  test('in development, only what comes after the folder of the application', () => {
    const isAppPath = (word: string): boolean => resolve(word) === '/project';
    expect(wordsOf(['electron', '-r', 'x.cjs', '/project', 'status'], isAppPath)).toEqual(['status']);
    expect(wordsOf(['electron', '-r', 'x.cjs', '/project'], isAppPath)).toBeNull();
    expect(wordsOf(['electron', 'other.js', 'status'], isAppPath)).toBeNull();
  });
});

describe('a command', () => {
  test.each([
    ['status', { do: 'status', json, look }],
    ['--json status', { do: 'status', json: true, look }],
    ['follow --json', { do: 'follow', json: true, look }],
    ['status --portal acme.example', { do: 'status', json, look: 'acme.example' }],
    ['wait Acme', { do: 'wait', json, look, portal: 'Acme', timeout: null }],
    ['wait Acme --timeout 90', { do: 'wait', json, look, portal: 'Acme', timeout: 90 }],
    ['wait Acme --timeout=15m', { do: 'wait', json, look, portal: 'Acme', timeout: 900 }],
    ['wait --timeout 3h Acme', { do: 'wait', json, look, portal: 'Acme', timeout: 10_800 }],
    ['wait --portal acme.example', { do: 'wait', json, look: 'acme.example', portal: null, timeout: null }],
    ['--help', { do: 'help' }],
    ['status -h', { do: 'help' }],
    ['--version', { do: 'version' }],
  ])('%j is understood', (line, command) => {
    expect(parseCommand(line.split(' '))).toEqual({ ok: true, value: command });
  });

  test.each([
    ['frobnicate', { why: 'word', word: 'frobnicate' }],
    ['--json', { why: 'none', word: '' }],
    ['status Acme', { why: 'word', word: 'Acme' }],
    ['wait Acme Globex', { why: 'word', word: 'Globex' }],
    ['status --frobnicate', { why: 'option', word: '--frobnicate' }],
    ['status -x', { why: 'option', word: '-x' }],
    ['status --timeout 5', { why: 'option', word: '--timeout' }],
    ['status --portal', { why: 'option', word: '' }],
    ['wait', { why: 'portal', word: '' }],
    ['wait Acme --portal acme.example', { why: 'portal', word: 'Acme' }],
    ['wait Acme --timeout 0', { why: 'timeout', word: '0' }],
    ['wait Acme --timeout soon', { why: 'timeout', word: 'soon' }],
    ['wait Acme --timeout -5', { why: 'option', word: '-5' }],
    ['wait Acme --timeout 2000001', { why: 'timeout', word: '2000001' }],
  ])('%j is wrong', (line, reason) => {
    expect(parseCommand(line.split(' '))).toEqual({ ok: false, reason });
  });

  test('what is said of a wrong option leaves out its value: it may be a key', () => {
    const parsed = parseCommand(['status', '--key=sk-0123456789abcdef']);
    expect(parsed).toEqual({ ok: false, reason: { why: 'option', word: '--key' } });
  });
});
