import { rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Takes out of the packaged folder what only belongs to an Electron that is used as such: a folder that is given as
 * the distribution is taken over as it is.
 * @param {{ appOutDir: string }} context
 */
export async function afterPack({ appOutDir }) {
  const leftovers = ['version', '.keepwatch-runtime.json', path.join('resources', 'default_app.asar')];
  await Promise.all(leftovers.map((name) => rm(path.join(appOutDir, name), { force: true })));
}

export { afterPack as default };
