import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createLocaleReader, type SystemLocale } from '../../../src/main/app/locale.ts';
import { createCurrentWords } from '../../../src/present/i18n/i18n.ts';
import { english } from '../../../src/present/i18n/language.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const british: SystemLocale = { getSystemLocale: () => 'en-GB', getLocale: () => 'en-GB' };

describe('how numbers and times are written', () => {
  test.each([
    ['de-DE', 'en-US', 'de-DE'],
    ['C', 'en-GB', 'en-GB'],
    ['en_US.UTF-8', 'en-US', 'en-US'],
    ['', 'fr', 'fr'],
    ['', '', 'en'],
    ['C', 'not a locale', 'en'],
  ])('is as the system says (%s, %s)', (system, application, region) => {
    process.env['TZ'] = 'Asia/Kolkata';
    const app = { getSystemLocale: () => system, getLocale: () => application };
    const { timeZone, ...rest } = createLocaleReader(app, process.env, () => 0)();
    expect(rest).toEqual({ region });
    expect(['Asia/Kolkata', 'Asia/Calcutta']).toContain(timeZone);
  });

  test.each(['', ':', 'Etc/Unknown', 'Nowhere/Here'])(
    'is in UTC where the time zone has no name (TZ=%j)',
    (unnamed) => {
      process.env['TZ'] = unnamed;
      expect(createLocaleReader(british, process.env, () => 0)()).toEqual({
        region: 'en-GB',
        timeZone: 'UTC',
      });
    },
  );
});

describe('after a journey', () => {
  const moment = Date.parse('2026-11-20T13:37:00Z');

  test('times are those of the new place, and nothing is read in between', () => {
    let now = 0;
    let region = 'en-GB';
    let reads = 0;
    const app = { getSystemLocale: () => ((reads += 1), region), getLocale: () => '' };
    process.env['TZ'] = 'Europe/Berlin';
    const words = createCurrentWords(
      english,
      createLocaleReader(app, process.env, () => now),
    );
    expect(words.clock(moment)).toBe('14:37');
    process.env['TZ'] = 'Asia/Tokyo';
    now = 29_999;
    expect([words.clock(moment), reads]).toEqual(['14:37', 1]);
    now = 30_000;
    expect(words.clock(moment)).toBe('22:37');
    region = 'en-US';
    now = -30_001;
    expect(words.clock(moment).replace('\u202F', ' ')).toBe('10:37 PM');
    expect(reads).toBe(3);
  });

  test('that changed nothing the words are the same', () => {
    let now = 0;
    const locale = createLocaleReader(british, process.env, () => now);
    const before = locale();
    now = 60_000;
    expect(locale()).toBe(before);
  });

  // What `timedatectl set-timezone` does, in a mount namespace of its own.
  test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'the system’s own time zone is read again, though nobody said TZ',
    () => {
      const folder = temporaryFolder();
      cpSync('/etc', join(folder, 'etc'), { recursive: true, verbatimSymlinks: true });
      const program = `
        import { symlinkSync, rmSync } from 'node:fs';
        import { createLocaleReader } from './src/main/app/locale.ts';
        const move = (zone) => {
          rmSync('/etc/localtime', { force: true });
          symlinkSync('/usr/share/zoneinfo/' + zone, '/etc/localtime');
        };
        move('Europe/Berlin');
        let now = 0;
        const app = { getSystemLocale: () => 'en-GB', getLocale: () => 'en-GB' };
        const locale = createLocaleReader(app, process.env, () => now);
        const before = locale().timeZone;
        move('Asia/Tokyo');
        now = 60_000;
        console.log(before, locale().timeZone);
      `;
      const { TZ: _unset, ...env } = process.env;
      const said = execFileSync(
        'unshare',
        [
          '--mount',
          'sh',
          '-c',
          'mount --bind "$1" /etc && exec "$2" --import tsx --input-type=module -e "$3"',
          'sh',
          join(folder, 'etc'),
          process.execPath,
          program,
        ],
        { env, encoding: 'utf8' },
      );
      expect(said).toBe('Europe/Berlin Asia/Tokyo\n');
    },
  );
});
