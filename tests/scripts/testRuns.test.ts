import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/setup/places.mjs';
import { lastRun, testRuns } from '../../scripts/testRuns.ts';

test('npm test runs every project of tests, each once', () => {
  const configuration = readFileSync(path.join(projectFolder, 'vitest.config.ts'), 'utf8');
  const projects = [...configuration.matchAll(/\bname: '(\w+)'/g)].map(([, name = '']) => name);
  expect(projects.length).toBeGreaterThan(5);
  expect([...testRuns, lastRun].flatMap((run) => run.projects).toSorted()).toEqual(projects.toSorted());
});
