import type { Menu, MenuItemConstructorOptions, NativeImage, Tray as ElectronTray } from 'electron';
import type { Frame } from '../present/frame.ts';
import type { MenuAction, MenuLine } from '../present/menu.ts';

/** What the tray shows. */
export type TrayView = { frame: Frame; tooltip: string; menu: MenuLine[] };

export type TrayParts = {
  create: (image: NativeImage) => ElectronTray;
  load: (frame: Frame) => NativeImage;
  buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  clicked: () => void;
  act: (action: MenuAction) => void;
};

export type Tray = {
  show: (view: TrayView) => void;
  /** Makes the icon again: after a tray host has appeared that was not there when it was made. */
  remake: () => void;
  destroy: () => void;
};

/** The tray icon. Everything is set only when it has changed: on Linux each setting is a message on the bus. */
export function createTray(parts: TrayParts, first: TrayView): Tray {
  const images = new Map<Frame, NativeImage>();
  const imageOf = (frame: Frame): NativeImage => {
    const image = images.get(frame) ?? parts.load(frame);
    images.set(frame, image);
    return image;
  };
  const make = (view: TrayView): ElectronTray => {
    const tray = parts.create(imageOf(view.frame));
    tray.on('click', parts.clicked);
    tray.setToolTip(view.tooltip);
    tray.setContextMenu(menuOf(view.menu, parts));
    return tray;
  };

  let shown = first;
  let tray = make(first);
  return {
    show: (view) => {
      if (view.frame !== shown.frame) tray.setImage(imageOf(view.frame));
      if (view.tooltip !== shown.tooltip) tray.setToolTip(view.tooltip);
      // A menu that is set cannot be changed: it is always set again. https://github.com/electron/electron/issues/21883
      if (!isSame(view.menu, shown.menu)) tray.setContextMenu(menuOf(view.menu, parts));
      shown = view;
    },
    remake: () => {
      tray.destroy();
      tray = make(shown);
    },
    destroy: () => tray.destroy(),
  };
}

function menuOf(lines: MenuLine[], { buildMenu, act }: TrayParts): Menu {
  return buildMenu(
    lines.map((line): MenuItemConstructorOptions =>
      line === null
        ? { type: 'separator' }
        : { label: escapeMnemonic(line.label), enabled: line.enabled, click: () => act(line.action) },
    ),
  );
}

/** In a label `&` marks the next letter as the mnemonic; a portal's name is no such mark. */
function escapeMnemonic(label: string): string {
  return label.replaceAll('&', '&&');
}

function isSame(one: MenuLine[], other: MenuLine[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
