import {
  colourPaint,
  drawFrame,
  type Grid,
  type OutlinedPaint,
  templatePaint,
  type TrayState,
} from './frames.ts';
import { renderOutlined } from './render.ts';

const states: TrayState[] = ['idle', 'uploading', 'finished', 'failed', 'attention', 'offline', 'paused'];
const steps = Array.from({ length: 19 }, (_, step) => step * 5);

/** A file of the built application. */
export type Asset = { fileName: string; source: Buffer };

/** The tray's frames for Linux and Windows: three sizes, each also doubled for dense screens. */
export async function renderColourSet(): Promise<Asset[]> {
  return renderSet('colour', [16, 22, 24], colourPaint);
}

/** The tray's frames for macOS. */
export async function renderTemplateSet(): Promise<Asset[]> {
  return renderSet('template', [22], () => templatePaint);
}

async function renderSet(
  set: string,
  grids: Grid[],
  paint: (state: TrayState) => OutlinedPaint,
): Promise<Asset[]> {
  const drawings = grids.flatMap((grid) => [
    ...states.map((state) => ({ grid, name: state as string, state, percent: 0 })),
    ...steps.map((percent) => ({
      grid,
      name: `running-${String(percent).padStart(2, '0')}`,
      state: 'running' as const,
      percent,
    })),
  ]);
  const rendered = drawings.map(async ({ grid, name, state, percent }) => {
    const { outline, ...colours } = paint(state);
    const svg = drawFrame(state, grid, colours, percent);
    return [
      { fileName: `tray/${set}/${grid}/${name}.png`, source: await renderOutlined(svg, grid, outline, 1) },
      {
        fileName: `tray/${set}/${grid}/${name}@2x.png`,
        source: await renderOutlined(svg, grid * 2, outline, 2),
      },
    ];
  });
  return (await Promise.all(rendered)).flat();
}
