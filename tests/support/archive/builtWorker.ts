import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { root } from '../../architecture/source.ts';

/** The thread of a save, built as it ships but for its folder; gives its path, and what takes it away again. */
export async function buildWorker(
  entry = 'src/main/archive/archiveWorker.ts',
): Promise<{ file: string; remove: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'keepwatch-worker-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, entry),
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'archiveWorker.mjs' } },
    },
  });
  return {
    file: path.join(folder, 'archiveWorker.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
