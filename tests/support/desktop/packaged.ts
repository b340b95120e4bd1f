import { join, resolve } from 'node:path';
import type { LaunchOptions } from './launch.ts';

const dist = resolve(import.meta.dirname, '..', '..', '..', 'dist');

/** The packed application, made by tests/package: as it ships, and the copy that lets Playwright in. */
export const packaged = {
  shipped: join(dist, 'linux-unpacked', 'keepwatch'),
  driven: join(dist, 'driven', 'keepwatch'),
};

/** With KEEPWATCH_APP=packaged the tests run on the package. The project of another application stays what it is. */
export function underTest(copy: keyof typeof packaged, { project }: LaunchOptions): LaunchOptions {
  const wanted = process.env['KEEPWATCH_APP'] === 'packaged' && project === undefined;
  return wanted ? { executable: packaged[copy] } : {};
}
