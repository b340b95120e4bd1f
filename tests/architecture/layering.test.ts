import { describe, expect, test } from 'vitest';
import { isNamedWell, isPure, isSmall, isTyped, pointsInward, type Rule, staysOffline } from './rules.ts';
import { codeOf, importsOf, readEverything, readSources } from './source.ts';

// The plan of the house: what each room may know, and what the pure ones may not touch.

const sources = readSources();

describe('every file of the product', () => {
  test('is found', () => {
    expect(sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['src/core/backup/job.ts', 'src/main/index.ts', 'src/renderer/window.tsx']),
    );
    expect(sources.length).toBeGreaterThan(100);
  });

  test.each<[string, Rule]>([
    ['imports what its room may import', pointsInward],
    ['reaches no network but through its room', staysOffline],
    ['touches nothing of the world where it is to be pure', isPure],
    ['has a name that says something', isNamedWell],
    ['is typed without force where it is to be pure', isTyped],
  ])('%s', (_what, rule) => {
    expect(sources.flatMap(rule)).toEqual([]);
  });
});

describe('every file of the project', () => {
  const everything = readEverything();

  test('is found: of the product, its scripts and its tests, whatever it is written in', () => {
    expect(everything.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'src/renderer/window.tsx',
        'src/renderer/window.css',
        'scripts/run.mjs',
        'tests/architecture/layering.test.ts',
        'scripts/bench/empty/main.cjs',
      ]),
    );
    expect(everything.length).toBeGreaterThan(500);
  });

  test('is small', () => {
    expect(everything.flatMap(isSmall)).toEqual([]);
  });
});

/** A file, and whatever comes with it as it is loaded: what it imports later by itself is not. */
function loadedWith(file: string, loaded = new Set<string>()): Set<string> {
  const source = sources.find(({ path }) => path === file);
  loaded.add(file);
  if (source === undefined) return loaded;
  const atOnce = importsOf({ ...source, text: source.text.replaceAll(/import\([^)]*\)/g, '') });
  for (const { from, typeOnly } of atOnce) if (!typeOnly && !loaded.has(from)) loadedWith(from, loaded);
  return loaded;
}

test('the command "status" loads no schema and no words: either takes as long as all the rest', () => {
  const loaded = [...loadedWith('src/main/commandLine/begin.ts')];
  expect(loaded).toContain('src/main/commandLine/status.ts');
  expect(loaded.filter((name) => /^(zod|intl-messageformat|src\/contract|src\/present)/.test(name))).toEqual(
    [],
  );
});

describe('the rules can fail', () => {
  test.each([
    ['src/core/backup/job.ts', "import { app } from 'electron';"],
    ['src/core/backup/job.ts', "import { readFile } from 'node:fs';"],
    ['src/core/backup/job.ts', "import * as z from 'zod';"],
    ['src/core/backup/job.ts', "import type { Snapshot } from '../../contract/snapshot.ts';"],
    ['src/contract/schemas.ts', "import { en } from '../present/i18n/en.ts';"],
    ['src/contract/schemas.ts', "import type { Words } from '../present/i18n/words.ts';"],
    ['src/present/menu.ts', "import { snapshotIsSnapshot } from '../contract/schemas.ts';"],
    ['src/present/menu.ts', "import type { Engine } from '../main/engine/engine.ts';"],
    ['src/main/engine/engine.ts', "import { Window } from '../../renderer/views/window.tsx';"],
    ['src/main/engine/engine.ts', "import '../../preload/index.ts';"],
    ['src/main/engine/engine.ts', "export * from '../../../tests/support/given.ts';"],
    ['src/preload/index.ts', "import { commandSchemas } from '../contract/schemas.ts';"],
    ['src/preload/index.ts', "import { type Snapshot, other } from '../contract/snapshot.ts';"],
    ['src/renderer/window.tsx', "import * as z from 'zod/mini';"],
    ['src/renderer/window.tsx', "import { ipcRenderer } from 'electron';"],
    ['src/renderer/window.tsx', "const { request } = await import('undici');"],
    ['src/renderer/window.tsx', "import type { State } from '../core/state.ts';"],
    ['src/renderer/window.tsx', "import {\n  type Snapshot,\n  snapshot,\n} from '../contract/snapshot.ts';"],
    ['src/other/x.ts', ''],
    ['src/core/net/failure.ts', "import type { ApiRequest } from '../docspace/request.ts';"],
    ['src/core/access/access.ts', "import type { Job } from '../backup/job.ts';"],
    ['src/core/backup/job.ts', "import { forbidden } from '../access/forbidden.ts';"],
    ['src/core/watch/watch.ts', "import { statusOf } from '../status/statusOf.ts';"],
    ['src/core/base/time.ts', "import * as z from 'zod/mini';"],
    ['src/core/portal.ts', "import type { State } from './state.ts';"],
    ['src/main/network/agent.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/main/network/agent.ts', "import type { Log } from '../diagnostics/log.ts';"],
    ['src/main/network/agent.ts', "import type { Vault } from '../storage/vault.ts';"],
    ['src/main/network/agent.ts', "import { net } from 'electron';"],
    ['src/main/storage/vault.ts', "import { connect } from 'node:tls';"],
    ['src/main/window/window.ts', "import { request } from 'node:https';"],
    ['src/main/window/protocol.ts', "import { writeFile } from 'node:fs/promises';"],
    ['src/main/window/protocol.ts', "import fs from 'node:fs';"],
    ['src/main/window/window.ts', "import { openDesktop } from '../desktop/openDesktop.ts';"],
    ['src/main/desktop/linux/bus.ts', "import { writeFileSync } from 'node:fs';"],
    ['src/main/desktop/linux/bus.ts', "import { log } from '../../diagnostics/log.ts';"],
    ['src/main/diagnostics/log.ts', "import { lookup } from 'node:dns';"],
    ['src/main/engine/engine.ts', "import { openVault } from '../storage/vault.ts';"],
    ['src/main/engine/engine.ts', "import { request } from 'undici';"],
    ['src/main/engine/engine.ts', "import type { Page } from '../app/windowCommands.ts';"],
    ['src/main/app/start.ts', "import { connect } from 'node:net';"],
    ['src/main/clock.ts', "import type { Engine } from './engine/engine.ts';"],
  ])('%s may not say %j', (path, text) => {
    expect(pointsInward({ path, text })).toHaveLength(1);
  });

  test.each([
    ['src/renderer/window.tsx', "import type { Snapshot } from '../contract/snapshot.ts';"],
    ['src/renderer/window.tsx', "import { commandNames } from '../contract/channels.ts';"],
    ['src/preload/index.ts', "import { type Snapshot, type Note } from '../contract/snapshot.ts';"],
    ['src/core/backup/job.ts', "/** import { app } from 'electron'; */"],
    ['src/present/menu.ts', "import { assertNever } from '../core/base/result.ts';"],
    ['src/core/watch/watch.ts', "import { access } from '../access/access.ts';"],
    ['src/main/network/agent.ts', "import { connect } from 'node:tls';"],
    ['src/main/network/systemProxy.ts', "import type { Session } from 'electron';"],
    ['src/main/window/protocol.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/main/desktop/autostart.ts', "import { writeFileSync } from 'node:fs';"],
    ['src/main/storage/jsonFile.ts', "import { writeFileSync } from 'node:fs';"],
    ['src/main/diagnostics/report.ts', "import { writeFile } from 'node:fs/promises';"],
    ['src/main/engine/effects.ts', "import type { Vault } from '../storage/vault.ts';"],
    ['src/main/app/compose.ts', "import { openVault } from '../storage/vault.ts';"],
  ])('%s may say %j', (path, text) => {
    expect(pointsInward({ path, text })).toEqual([]);
  });

  test.each([
    'const now = Date.now();',
    'const now = new Date().getTime();',
    'const luck = Math.random();',
    'setTimeout(look, 5000);',
    "if (process.env['X']) look();",
    'console.log(key);',
    'await look();',
    'const clock = at.toLocaleTimeString();',
  ])('a pure file may not say %j', (text) => {
    expect(isPure({ path: 'src/core/x.ts', text })).toHaveLength(1);
    expect(isPure({ path: 'src/main/x.ts', text })).toEqual([]);
  });

  test.each([
    "await fetch('https://acme.example');",
    "new WebSocket('wss://acme.example');",
    "net.request('https://acme.example');",
    "process.getBuiltinModule('node:tls');",
  ])('no file may say %j', (text) => {
    expect(staysOffline({ path: 'src/main/window/window.ts', text })).toHaveLength(1);
    expect(staysOffline({ path: 'src/main/window/window.ts', text: `// ${text}` })).toEqual([]);
  });

  test('what is only spoken of touches nothing', () => {
    const text =
      "// no Date.now() here\n/* nor Math.random() */\nconst said = 'process.exit()';\nconst found = /console/.test(said);";
    expect(isPure({ path: 'src/core/x.ts', text })).toEqual([]);
    expect(codeOf(text)).not.toContain('console');
  });

  test('sizes, names and force', () => {
    expect(isSmall({ path: 'src/core/x.ts', text: 'x\n'.repeat(250) })).toEqual([]);
    expect(isSmall({ path: 'src/core/x.ts', text: 'x\n'.repeat(251) })).toHaveLength(1);
    expect(isSmall({ path: 'src/main/index.ts', text: 'x\n'.repeat(121) })).toHaveLength(1);
    expect(isNamedWell({ path: 'src/core/utils.ts', text: '' })).toHaveLength(1);
    expect(isNamedWell({ path: 'src/core/x.ts', text: 'export class PortalManager {}' })).toHaveLength(1);
    expect(isTyped({ path: 'src/core/x.ts', text: 'const a = b as string;' })).toHaveLength(1);
    expect(isTyped({ path: 'src/core/x.ts', text: 'const a: any = b;' })).toHaveLength(1);
    expect(isTyped({ path: 'src/core/x.ts', text: 'const a = b!.c;' })).toHaveLength(1);
    expect(
      isTyped({ path: 'src/core/x.ts', text: "import * as z from 'zod/mini';\nconst a = b !== c;" }),
    ).toEqual([]);
  });

  test('imports of every kind are seen', () => {
    const text =
      "import a from './a.ts';\nimport './b.ts';\nexport { c, type d as e } from './c.ts';\nimport type D from './d.ts';";
    expect(importsOf({ path: 'src/core/x.ts', text })).toEqual([
      { from: 'src/core/a.ts', typeOnly: false, names: ['*'] },
      { from: 'src/core/b.ts', typeOnly: false, names: ['*'] },
      { from: 'src/core/c.ts', typeOnly: false, names: ['c', 'd'] },
      { from: 'src/core/d.ts', typeOnly: true, names: ['*'] },
    ]);
  });
});
