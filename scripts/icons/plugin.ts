import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { colourPaint, drawFrame, type Grid, type Paint, templatePaint, type TrayState } from './frames.ts';
import { renderPng } from './render.ts';

const states: TrayState[] = ['idle', 'uploading', 'finished', 'failed', 'attention', 'offline', 'paused'];
const steps = Array.from({ length: 19 }, (_, step) => step * 5);

/** Renders the tray's frames and the application's icon into the built main process, beside its code. */
export function icons(): Plugin {
  return {
    name: 'keepwatch-icons',
    async generateBundle() {
      const frames = [
        ...(await renderSet('colour', [16, 22, 24], colourPaint)),
        ...(await renderSet('template', [22], () => templatePaint)),
      ];
      const icon = await renderPng(await readFile('assets/icon.svg', 'utf8'), 256);
      for (const { fileName, source } of [...frames, { fileName: 'icons/keepwatch.png', source: icon }]) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

type Asset = { fileName: string; source: Buffer };

async function renderSet(set: string, grids: Grid[], paint: (state: TrayState) => Paint): Promise<Asset[]> {
  const drawings = grids.flatMap((grid) => [
    ...states.map((state) => ({ grid, name: state as string, svg: drawFrame(state, grid, paint(state)) })),
    ...steps.map((percent) => ({
      grid,
      name: `running-${String(percent).padStart(2, '0')}`,
      svg: drawFrame('running', grid, paint('running'), percent),
    })),
  ]);
  const rendered = drawings.map(async ({ grid, name, svg }) => [
    { fileName: `tray/${set}/${grid}/${name}.png`, source: await renderPng(svg, grid) },
    { fileName: `tray/${set}/${grid}/${name}@2x.png`, source: await renderPng(svg, grid * 2) },
  ]);
  return (await Promise.all(rendered)).flat();
}
