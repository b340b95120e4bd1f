import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** Makes an application of the host's main process, with the parts of the product that it uses, in a folder. */
export async function bundleHost(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'electronMain.ts'),
      outDir: folder,
      minify: false,
      rollupOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
  });
  await writeFile(join(folder, 'package.json'), '{ "name": "host", "main": "main.cjs" }\n');
}
