import { Menu, nativeImage, Tray } from 'electron';
import { createTray } from '../../../src/main/desktop/tray.ts';

/** Shows an icon whose menu says the names it is given, until the first of them is clicked. */
export async function run(...names: string[]): Promise<unknown> {
  return new Promise((resolve) => {
    createTray(
      {
        create: (image, clicked) => new Tray(image).on('click', clicked),
        load: () => nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 255), { width: 22, height: 22 }),
        buildMenu: (template) => Menu.buildFromTemplate(template),
        clicked: () => undefined,
        act: resolve,
      },
      {
        icon: 'idle',
        tooltip: names.join(' '),
        menu: names.map((label) => ({ label, action: { type: 'openWindow' }, enabled: true })),
      },
    );
  });
}
