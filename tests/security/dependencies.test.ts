import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readLicences } from '../../scripts/package/licences.ts';

// What of other people's code is in the product: it has to be little, fixed, allowed, and looked over by `npm audit`.
const project = resolve(import.meta.dirname, '..', '..');

const names = z.record(z.string(), z.string());
const manifest = z.object({ dependencies: names, devDependencies: names });
const locked = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      dev: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

function read<Shape extends z.ZodType>(name: string, shape: Shape): z.output<Shape> {
  return shape.parse(JSON.parse(readFileSync(join(project, name), 'utf8')));
}

const { dependencies, devDependencies } = read('package.json', manifest);
const { packages } = read('package-lock.json', locked);
const bundled = readLicences(project);

test('23: everything is pinned to one version, and locked by what is in it', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
    expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
  }
  for (const [place, { integrity, resolved }] of Object.entries(packages)) {
    if (place === '') continue;
    expect([place, integrity]).toEqual([place, expect.stringMatching(/^sha512-/)]);
    // From the registry that npm is set to, and from nowhere else.
    expect([place, resolved]).toEqual([place, undefined]);
  }
});

test('23: few are asked for, and what is bundled is what those need: nothing that only development may have', () => {
  console.log(`${Object.keys(dependencies).length} packages asked for, ${bundled.length} bundled`);
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(8);
  expect(bundled.length).toBeGreaterThan(7);
  expect(bundled.length).toBeLessThan(50);
  // So that `npm audit --omit=dev` looks at all of it.
  const shipped = Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true)
    .map(
      ([place, { version }]) => `${place.slice(place.lastIndexOf('node_modules/') + 13)} ${version ?? ''}`,
    );
  for (const { name, version } of bundled) expect(shipped).toContain(`${name} ${version}`);
});

test('23: nothing that ships runs a script when it is installed', () => {
  const scripts = Object.entries(packages)
    .filter(([, { dev, hasInstallScript }]) => dev !== true && hasInstallScript === true)
    .map(([place]) => place);
  expect(scripts).toEqual([]);
});
