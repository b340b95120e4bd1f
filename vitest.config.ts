import { defineConfig } from 'vitest/config';

// Five rooms of tests. The pure ones share their workers; the ones that start an Electron each get a process and time.
const onLinux = process.platform === 'linux';
const packaged = onLinux ? { globalSetup: 'tests/package/setup.ts' } : {};
// What needs Linux is skipped elsewhere, and counted.
const elsewhere = onLinux ? {} : { runner: './tests/support/linuxOnly.ts' };

const electron = { pool: 'forks', testTimeout: 60_000, hookTimeout: 60_000, ...elsewhere } as const;

export default defineConfig({
  test: {
    // Most of the time a desktop is waited for: two processors have time for a third.
    maxWorkers: 3,
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
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'main',
          include: ['tests/{main,network,scripts}/**/*.test.ts'],
          pool: 'forks',
          ...elsewhere,
          testTimeout: 30_000,
        },
      },
      { test: { name: 'renderer', include: ['tests/renderer/**/*.test.ts'], ...electron } },
      {
        test: {
          name: 'desktop',
          include: ['tests/{desktop,security,support/desktop}/**/*.test.ts'],
          ...electron,
          ...(process.env['KEEPWATCH_APP'] === 'packaged' ? packaged : {}),
        },
      },
      { test: { name: 'package', include: ['tests/package/**/*.test.ts'], ...electron, ...packaged } },
    ],
  },
});
