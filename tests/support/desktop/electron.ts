import { join } from 'node:path';

let found: Promise<string> | undefined;

/** Electron's executable: the one our scripts have set up, or else set up now. */
export async function findElectron(): Promise<string> {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return folder ? join(folder, 'electron') : (found ??= provide());
}

async function provide(): Promise<string> {
  const { provideElectron } = await import('../../../scripts/setup/electron-runtime.mjs');
  return (await provideElectron()).executable;
}
