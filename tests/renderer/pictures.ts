// Takes the pictures of the documentation: `npx tsx tests/renderer/pictures.ts`, after a build. All views go side by
// side onto one sheet in the folder for temporary files, to be looked at.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Desktop } from '../support/desktop/desktop.ts';
import { Host } from './host/host.ts';
import { keptPictures, photograph, pictureFolder as folder, pictureSize, themes } from './host/photograph.ts';
import { reach } from './host/reach.ts';
import { viewNames, viewOf } from './scenes/views.ts';

const kept = new Map<string, string>(keptPictures);
const most = 120_000;

/** Keeps it in as many colours as the eye tells apart here, which halves it. */
async function keep(desktop: Desktop, name: string, picture: Buffer): Promise<void> {
  const [whole, file] = [join(desktop.folder, `${name}.png`), join(folder, `${name}.png`)];
  await writeFile(whole, picture);
  await desktop.run('convert', whole, '-strip', '-dither', 'None', '-colors', '255', `png8:${file}`);
  const bytes = (await stat(file)).size;
  if (bytes > most) throw new Error(`${name} has ${bytes} bytes`);
  console.log(`${relative(process.cwd(), file)}: ${bytes} bytes`);
}

async function drawSheet(pictures: readonly Buffer[], columns: number): Promise<string> {
  const [width, height, gap] = [pictureSize.width, pictureSize.height, 16];
  const rows = Math.ceil(pictures.length / columns);
  const canvas = createCanvas(columns * (width + gap) + gap, rows * (height + gap) + gap);
  const context = canvas.getContext('2d');
  context.fillStyle = '#808888';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [index, picture] of pictures.entries()) {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const image = await loadImage(picture);
    context.drawImage(image, gap + column * (width + gap), gap + row * (height + gap), width, height);
  }
  const file = join(tmpdir(), 'keepwatch-window.png');
  await writeFile(file, canvas.toBuffer('image/png'));
  return file;
}

await mkdir(folder, { recursive: true });
const host = await Host.open({ size: '1280x1280', font: 'Inter' });
try {
  const all: Buffer[] = [];
  for (const name of viewNames) {
    await reach(host, viewOf(name));
    for (const theme of themes) {
      const picture = await photograph(host.page, theme);
      all.push(picture);
      const file = kept.get(name);
      if (file !== undefined) await keep(host.desktop, `${file}-${theme}`, picture);
    }
  }
  console.log(`all views: ${await drawSheet(all, 8)}`);
} finally {
  await host.stop();
}
