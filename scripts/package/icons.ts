import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { renderPng } from '../icons/render.ts';

/** Desktops have folders for these (Icon Theme Specification, hicolor). */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** From this size on the drawing has its details. */
const detailed = 64;

/** Draws the application's icon in every size, one file each. */
export async function drawIcons(assets: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const size of iconSizes) {
    const drawing = path.join(assets, size < detailed ? 'icon-small.svg' : 'icon.svg');
    const icon = await renderPng(await readFile(drawing, 'utf8'), size);
    await writeFile(path.join(folder, `${size}x${size}.png`), icon);
  }
}
