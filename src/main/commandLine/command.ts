import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '../../core/base/result.ts';

/** What the command line is asked for. `look`: the address of a portal to look at without a running Keepwatch. */
export type AskedCommand =
  | { do: 'help' | 'version' }
  | { do: 'status' | 'follow'; json: boolean; look: string | null }
  | { do: 'wait'; json: boolean; look: string | null; portal: string | null; timeout: number | null };

/** One that looks at portals. */
export type Looking = Extract<AskedCommand, { do: 'status' | 'follow' | 'wait' }>;

/** Why it cannot be understood, and the word in question. */
export type WrongUsage = { why: 'none' | 'word' | 'option' | 'timeout' | 'portal'; word: string };

/** The longest that can be waited for with a timer: 24 days. Seconds. */
const longestTimeout = 2_000_000;

const commands = ['status', 'wait', 'follow'] as const;

/**
 * The words that were meant for the command line; null where Keepwatch was simply started. `appPath`: where the application
 * lies if Electron was told, in development.
 */
export function wordsOf(
  argv: readonly string[],
  isAppPath: ((word: string) => boolean) | null,
): string[] | null {
  const from = isAppPath === null ? 1 : argv.findIndex((word, index) => index > 0 && isAppPath(word)) + 1;
  const words = from === 0 ? [] : argv.slice(from);
  const meant = words.some((word) => plainWord.test(word) || asking.has(word.replace(/=.*/s, '')));
  return meant ? words.filter((word) => !isSwitch(word)) : null;
}

/** A desktop may hand over addresses and files, as it does to any program: those only start it. */
const plainWord = /^[^-/\\:][^/\\:]*$/;

const asking = new Set(['--help', '-h', '--version', '--json', '--portal', '--timeout']);

/** Those that the installed command adds for Electron, and the one that says where Keepwatch keeps its files. */
function isSwitch(word: string): boolean {
  return word === '--no-sandbox' || word === '--no-zygote' || electronSwitches.test(word);
}

const electronSwitches = /^--(ozone-platform|log-level|user-data-dir)=/;

/** Understands the words, or says what is wrong with them. */
export function parseCommand(words: readonly string[]): Result<AskedCommand, WrongUsage> {
  const parsed = parseOptions(words);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return succeed({ do: 'help' });
  if (values.version) return succeed({ do: 'version' });
  const [word = '', ...rest] = positionals;
  const name = commands.find((one) => one === word);
  if (name === undefined) return fail({ why: word === '' ? 'none' : 'word', word });
  const { json = false, portal: look = null, timeout } = values;
  if (name !== 'wait') {
    if (timeout !== undefined) return fail({ why: 'option', word: '--timeout' });
    return rest[0] === undefined ? succeed({ do: name, json, look }) : fail({ why: 'word', word: rest[0] });
  }
  const [portal = null, surplus] = rest;
  if (surplus !== undefined) return fail({ why: 'word', word: surplus });
  if ((portal === null) === (look === null)) return fail({ why: 'portal', word: portal ?? '' });
  const limit = timeout === undefined ? null : secondsOf(timeout);
  if (limit === undefined) return fail({ why: 'timeout', word: timeout ?? '' });
  return succeed({ do: 'wait', json, look, portal, timeout: limit });
}

type Parsed = {
  values: { json?: boolean; help?: boolean; version?: boolean; portal?: string; timeout?: string };
  positionals: string[];
};

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  portal: { type: 'string' },
  timeout: { type: 'string' },
} as const;

function parseOptions(words: readonly string[]): Result<Parsed, WrongUsage> {
  try {
    return succeed(parseArgs({ args: [...words], options, allowPositionals: true }));
  } catch {
    // Its own sentences name words as they were given: a key that was given as one by mistake would be repeated.
    const known = Object.keys(options).map((name) => `--${name}`);
    const name = words
      .map((word) => word.replace(/=.*/s, ''))
      .find((word) => word.startsWith('-') && word !== '-h' && !known.includes(word));
    return fail({ why: 'option', word: name ?? '' });
  }
}

/** "90", "15m", "3h": seconds, minutes, hours; undefined where it is none of them. */
function secondsOf(text: string): number | undefined {
  const [, digits = '', unit = 's'] = /^(\d{1,9})([smh]?)$/.exec(text) ?? [];
  const count = Number(digits) * (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1);
  return digits !== '' && count > 0 && count <= longestTimeout ? count : undefined;
}
