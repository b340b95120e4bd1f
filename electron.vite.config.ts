import { defineConfig } from 'electron-vite';
import { icons } from './scripts/icons/plugin.ts';

// The licences of what is bundled, beside each bundle: scripts/package makes one file of them.
const license = { fileName: 'licences.json' };

// Built for the older of the two runtimes: the tests' Electron 33 (Node 20, Chromium 130). The product ships on the
// current one, which runs the same code. Everything is bundled, so the package holds no node_modules.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      minify: true,
      license,
      rollupOptions: {
        // The second one is what a thread is started with: main/archive/archiveSaver.ts.
        input: { index: 'src/main/index.ts', archiveWorker: 'src/main/archive/archiveWorker.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
    plugins: [icons()],
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      minify: true,
      license,
      rollupOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: 'chrome130',
      minify: true,
      license,
      modulePreload: false,
      rollupOptions: {
        input: 'src/renderer/index.html',
        // The names are listed where they are served and packed: window/protocol.ts, electron-builder.yml.
        output: {
          entryFileNames: 'window.js',
          chunkFileNames: '[name].js',
          codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
          assetFileNames: ({ names }) => (names[0] === 'index.css' ? 'window.css' : '[name][extname]'),
        },
      },
    },
  },
});
