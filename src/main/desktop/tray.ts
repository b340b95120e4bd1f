import type { MenuItemConstructorOptions } from 'electron';
import type { TrayIcon } from '../../present/trayIcon.ts';
import type { Action } from '../../present/action.ts';
import type { MenuLine } from '../../present/menu.ts';
import type { TrayView } from '../../present/tray.ts';

/** What of Electron's tray is used. */
type ElectronTray<Image, Menu> = {
  setImage: (image: Image) => void;
  setToolTip: (text: string) => void;
  setContextMenu: (menu: Menu) => void;
  destroy: () => void;
};

type TrayParts<Image, Menu> = {
  create: (image: Image, clicked: () => void) => ElectronTray<Image, Menu>;
  load: (name: TrayIcon) => Image;
  buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  clicked: () => void;
  act: (action: Action) => void;
};

export type Tray = {
  show: (view: TrayView) => void;
  /** Makes the icon again: after a tray host has appeared that was not there when it was made. */
  remake: () => void;
  destroy: () => void;
};

/** The tray icon. Everything is set only when it has changed: on Linux each setting is a message on the bus. */
export function createTray<Image, Menu>(parts: TrayParts<Image, Menu>, first: TrayView): Tray {
  const images = new Map<TrayIcon, Image>();
  const imageOf = (name: TrayIcon): Image => {
    const image = images.get(name) ?? parts.load(name);
    images.set(name, image);
    return image;
  };
  const menuOf = (lines: MenuLine[]): Menu => parts.buildMenu(lines.map((line) => itemOf(line, parts.act)));
  const make = (view: TrayView): ElectronTray<Image, Menu> => {
    const icon = parts.create(imageOf(view.icon), parts.clicked);
    icon.setToolTip(view.tooltip);
    icon.setContextMenu(menuOf(view.menu));
    return icon;
  };

  let shown = first;
  let icon = make(first);
  return {
    show: (view) => {
      if (view.icon !== shown.icon) icon.setImage(imageOf(view.icon));
      if (view.tooltip !== shown.tooltip) icon.setToolTip(view.tooltip);
      // A menu that is set cannot be changed: it is always set again. https://github.com/electron/electron/issues/21883
      if (!isSame(view.menu, shown.menu)) icon.setContextMenu(menuOf(view.menu));
      shown = view;
    },
    remake: () => {
      icon.destroy();
      icon = make(shown);
    },
    destroy: () => icon.destroy(),
  };
}

function itemOf(line: MenuLine, act: (action: Action) => void): MenuItemConstructorOptions {
  if (line === null) return { type: 'separator' };
  return { label: escapeMnemonic(line.label), enabled: line.enabled, click: () => act(line.action) };
}

/** In a label `&` marks the next letter as the mnemonic; a portal's name is no such mark. */
function escapeMnemonic(label: string): string {
  return label.replaceAll('&', '&&');
}

function isSame(one: MenuLine[], other: MenuLine[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
