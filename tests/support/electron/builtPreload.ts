import { join } from 'node:path';
import { build } from 'vite';

/** Builds what the window's page gets to know of the main process, as it is now; gives its path. */
export async function buildPreload(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, '..', '..', '..', 'src', 'preload', 'index.ts'),
        formats: ['cjs'],
        fileName: () => 'preload.cjs',
      },
      rollupOptions: { external: ['electron'] },
    },
  });
  return join(folder, 'preload.cjs');
}
