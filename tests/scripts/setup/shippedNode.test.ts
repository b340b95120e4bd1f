import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { provideShippedNode, SHIPPED_NODE } from '../../../scripts/setup/runtime/shipped-node.mjs';
import { temporaryFolder, write } from './fixtures.ts';

/** A package with a Node in it that is none, and how often it was downloaded. */
function setTheScene() {
  const folder = temporaryFolder();
  write(path.join(folder, SHIPPED_NODE.file), 'a Node');
  const archive = execFileSync('tar', ['-cz', '-C', folder, 'package']);
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  const download = vi.fn<(specifier: string, folder: string) => Promise<string>>(async (_, into) => {
    const file = path.join(into, 'package.tgz');
    write(file, archive);
    return file;
  });
  return {
    cache: path.join(temporaryFolder(), 'cache'),
    pinned: { ...SHIPPED_NODE, integrity },
    download,
    canRun: true,
  };
}

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

test('the Node that ships is brought once, also for two who want it at the same time', async () => {
  const scene = setTheScene();
  const [one, other] = await Promise.all([provideShippedNode(scene), provideShippedNode(scene)]);
  expect(one).toBe(other);
  expect(await provideShippedNode(scene)).toBe(one);
  expect(scene.download).toHaveBeenCalledExactlyOnceWith(SHIPPED_NODE.package, expect.any(String));
  expect(fs.readFileSync(one ?? '', 'utf8')).toBe('a Node');
  expect(fs.readdirSync(path.dirname(one ?? ''))).toEqual(['node']);
});

test('one that is not the expected one is refused, and nothing of it stays', async () => {
  const scene = setTheScene();
  await expect(provideShippedNode({ ...scene, pinned: SHIPPED_NODE })).rejects.toThrow(
    'not the expected one',
  );
  expect(fs.readdirSync(scene.cache, { recursive: true })).toEqual([
    `node-v${SHIPPED_NODE.version}-linux-x64`,
  ]);
});

test('where it does not run none is brought', async () => {
  const scene = setTheScene();
  expect(await provideShippedNode({ ...scene, canRun: false })).toBeUndefined();
  expect(scene.download).not.toHaveBeenCalled();
});
