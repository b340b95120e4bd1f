import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { projectFolder } from '../../scripts/setup/places.mjs';
import { toolFile } from '../../scripts/setup/tool.mjs';
import { needsLinux } from '../support/linuxOnly.ts';

test.each([
  ['/x y/tests/desktop/window.test.ts', '', true],
  [String.raw`C:\x\tests\package\debian.test.ts`, '', true],
  [
    '/x/tests/main/window/window.test.ts',
    "import { inElectron } from '../../support/electron/inElectron.ts';",
    true,
  ],
  ['/x/tests/main/app/key.test.ts', "import { waitFor } from '../../support/desktop/waitFor.ts';", false],
  ['/x/tests/core/backup/run.test.ts', "import { given } from '../../support/given.ts';", false],
])('whether %s needs Linux', (file, text, needs) => {
  expect(needsLinux(file, text)).toBe(needs);
});

test(
  'on another system what needs Linux is skipped with all its hooks and counted, and the rest is run',
  { timeout: 120_000 },
  () => {
    // Below the project, whose packages it uses; with a space, as paths have.
    const folder = path.join(projectFolder, 'node_modules', '.other system');
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const write = (name: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    };
    const runner = path.join(projectFolder, 'tests/support/linuxOnly.ts');
    write('vitest.config.ts', `export default { test: { runner: ${JSON.stringify(runner)} } };`);
    write(
      'tests/desktop/a.test.ts',
      `import { beforeAll, describe, test } from 'vitest';
     beforeAll(() => { throw new Error('no desktop'); });
     describe('a', () => { test('one', () => { throw new Error('no'); }); });
     test('two', () => { throw new Error('no'); });`,
    );
    write('tests/package/b.test.ts', "throw new Error('no dpkg');");
    write('tests/core/c.test.ts', "import { test } from 'vitest'; test('three', () => undefined);");
    const report = path.join(folder, 'report.json');
    const flags = ['--root', folder, '--reporter=json', `--outputFile=${report}`];
    const { status, stderr } = spawnSync(process.execPath, [toolFile('vitest'), 'run', ...flags], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
    expect([numPassedTests, numFailedTests, numPendingTests]).toEqual([1, 0, 3]);
  },
);
