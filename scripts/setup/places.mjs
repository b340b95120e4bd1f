import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project. */
export const projectFolder = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/**
 * Where things are kept that outlive node_modules and serve every clone on this machine.
 * @param {NodeJS.ProcessEnv} environment
 */
export function cacheFolder(environment = process.env) {
  return path.join(environment['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'), 'keepwatch');
}
