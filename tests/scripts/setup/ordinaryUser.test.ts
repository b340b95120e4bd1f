import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { installNpmPackages } from '../../../scripts/setup/npm-packages.mjs';
import { projectFolder } from '../../../scripts/setup/places.mjs';
import { executableIn } from '../../../scripts/setup/runtime/distribution.mjs';
import { ordinaryUser } from '../../support/desktop/ordinaryUser.ts';
import { temporaryFolder, write } from './fixtures.ts';

test.skipIf(process.platform !== 'linux')(
  'a user without root, on a Linux without apt or npm in the path, gets all that needs neither, and one line about the rest',
  { timeout: 120_000 },
  async () => {
    // What npm brings is there: this user may not write into the project.
    await installNpmPackages(projectFolder);
    const folder = temporaryFolder();
    const place = (name: string): string => path.join(folder, name);
    mkdirSync(place('bin'));
    symlinkSync(process.execPath, place('bin/node'));
    const executable = executableIn(place('my electron'));
    write(executable);
    mkdirSync(place('home'));
    chmodSync(folder, 0o755);
    chmodSync(place('home'), 0o777);

    const { status, stdout, stderr } = spawnSync(
      place('bin/node'),
      [path.join(projectFolder, 'scripts/run.mjs'), 'electron:path'],
      {
        encoding: 'utf8',
        env: { PATH: place('bin'), HOME: place('home'), ELECTRON_OVERRIDE_DIST_PATH: place('my electron') },
        ...(process.getuid?.() === 0 ? ordinaryUser : {}),
      },
    );
    expect(stderr).toMatch(
      /^keepwatch: not a Debian; what it needs is known by Debian's names only: .*libgtk-3-0.*\n$/,
    );
    expect([status, stdout]).toEqual([0, `${executable}\n`]);
  },
);
