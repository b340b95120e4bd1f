import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deletePart } from '../../../src/main/archive/deletePart.ts';
import { breakOff, portalWith } from './opened.ts';

test('what has come of a backup’s archive is deleted, with its note', async () => {
  const opened = await portalWith();
  const { folder, order, name } = opened;
  await breakOff(opened, 100);
  writeFileSync(join(folder, `${name}.part.json.new`), '');
  expect(await deletePart(order)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

test('nothing else is: not of another backup or portal, and not what Keepwatch has not noted', async () => {
  const opened = await portalWith();
  const { folder, order, name } = opened;
  await breakOff(opened, 100);
  const others = ['x.tar.gz', 'x.tar.gz.part', 'y.part', 'y.part.json', 'z.json', 'z.part.json.new'];
  for (const other of others) writeFileSync(join(folder, other), '{}');
  mkdirSync(join(folder, 'folder.part.json'));
  const before = readdirSync(folder);
  expect(await deletePart({ ...order, portal: 'globex' })).toBe(true);
  expect(await deletePart({ ...order, backup: { scope: 'portal', job: 'other' } })).toBe(true);
  expect(await deletePart({ ...order, backup: { ...order.backup, scope: 'server' } })).toBe(true);
  expect(readdirSync(folder)).toEqual(before);
  expect(await deletePart(order)).toBe(true);
  expect(readdirSync(folder)).toEqual(before.filter((one) => !one.startsWith(`${name}.part`)));
});

test('in a folder that is away something may be left', async () => {
  const { folder, order } = await portalWith();
  rmSync(folder, { recursive: true });
  expect(await deletePart(order)).toBe(false);
});
