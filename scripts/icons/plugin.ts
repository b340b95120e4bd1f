import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { renderPng } from './render.ts';
import { renderColourSet, renderTemplateSet } from './sets.ts';

/** Renders the tray's frames and the application's icon into the built main process, beside its code. */
export function icons(): Plugin {
  return {
    name: 'keepwatch-icons',
    async generateBundle() {
      const frames = [...(await renderColourSet()), ...(await renderTemplateSet())];
      const icon = await renderPng(await readFile('assets/icon.svg', 'utf8'), 256);
      for (const { fileName, source } of [...frames, { fileName: 'icons/keepwatch.png', source: icon }]) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
