import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { looksLike, type Pixmap, readPixmap } from '../../tests/support/desktop/pixmap.ts';

const folder = path.resolve('out/main/tray/colour/22');

/** The name of the built frame that a tray item shows: Linux takes the double of the 22 px ones. */
export async function nameFrame(icon: Pixmap): Promise<string> {
  const frames = await loadFrames();
  return frames.find(({ picture }) => looksLike(picture, icon))?.name ?? 'an icon of nobody’s';
}

type Frame = { name: string; picture: Pixmap };
let loading: Promise<Frame[]> | undefined;

async function loadFrames(): Promise<Frame[]> {
  loading ??= (async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith('@2x.png'));
    return Promise.all(
      files.map(async (file) => ({
        name: file.replace('@2x.png', ''),
        picture: await readPixmap(path.join(folder, file)),
      })),
    );
  })();
  return loading;
}
