import { defineConfig } from 'vitest/config';

// The rooms of tests. Their files share the processes of the workers: loading everything anew for each file would take a
// fifth of the whole time. Those that start an Electron get more of it.
const onLinux = process.platform === 'linux';
const packaged = onLinux ? { globalSetup: 'tests/package/setup.ts' } : {};
const underTest = process.env['KEEPWATCH_APP'] === 'packaged' ? packaged : {};
// What needs Linux is skipped elsewhere, and counted.
const elsewhere = onLinux ? {} : { runner: './tests/support/linuxOnly.ts' };

// One watches which code of the process runs, one has a part of Node replaced: there must be no other test's code.
const alone = ['tests/main/app/spine.test.ts', 'tests/main/archive/otherDisks.test.ts'];

// One measures how long the application stands still: nothing else may run then.
const measured = ['tests/desktop/stalls.test.ts'];

// What computes takes five times as long beside the others on a slow machine: this only ends what would never end.
const testTimeout = 120_000;

const electron = {
  pool: 'forks',
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  ...elsewhere,
} as const;

export default defineConfig({
  test: {
    // Most of the time a desktop is waited for: two processors have time for four.
    maxWorkers: 4,
    reporters: ['default'],
    coverage: {
      provider: 'v8',
      include: ['src/core/**', 'src/contract/**', 'src/present/**'],
      reporter: ['text-summary', 'html'],
    },
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'tests/{architecture,core,contract,present,scenarios,soak,world,support/{docspace,time}}/**/*.test.ts',
          ],
          pool: 'threads',
          isolate: false,
          testTimeout,
        },
      },
      {
        test: {
          name: 'main',
          include: ['tests/{main,network,scripts}/**/*.test.ts'],
          exclude: alone,
          pool: 'forks',
          isolate: false,
          ...elsewhere,
          testTimeout,
        },
      },
      { test: { name: 'alone', include: alone, pool: 'forks', ...elsewhere, testTimeout } },
      { test: { name: 'renderer', include: ['tests/renderer/**/*.test.ts'], ...electron } },
      {
        test: {
          name: 'desktop',
          include: ['tests/{desktop,security,support/desktop}/**/*.test.ts'],
          exclude: measured,
          ...electron,
          ...underTest,
        },
      },
      { test: { name: 'measured', include: measured, ...electron, ...underTest } },
      { test: { name: 'package', include: ['tests/package/**/*.test.ts'], ...electron, ...packaged } },
    ],
  },
});
