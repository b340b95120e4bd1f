import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from './child.ts';

/** The fonts the application is looked at with; the second is a tenth wider. */
export type Font = 'Inter' | 'Noto Sans';

const generic = ['sans-serif', 'system-ui'];

/** Makes a font that of the whole user interface, of desktop and application alike. */
export async function chooseFont(environment: Environment, font: Font): Promise<void> {
  const settings = environment['XDG_CONFIG_HOME'] ?? '';
  await write(join(settings, 'gtk-3.0'), 'settings.ini', '[Settings]\ngtk-font-name=Sans 10\n');
  // Where Inter is not installed, the other takes its place.
  const families = [...new Set([font, 'Noto Sans'])].map((name) => `<family>${name}</family>`).join('');
  const aliases = generic.map(
    (name) => `<alias binding="same"><family>${name}</family><prefer>${families}</prefer></alias>`,
  );
  const document = `<!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${aliases.join('')}</fontconfig>\n`;
  await write(join(settings, 'fontconfig'), 'fonts.conf', document);
}

async function write(folder: string, file: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, file), text);
}
