/** What of Electron's tray is used on macOS. */
type MacTray<Image, Menu> = {
  on(event: 'click', hear: () => void): unknown;
  on(event: 'right-click', hear: () => void): unknown;
  setImage: (image: Image) => void;
  setToolTip: (text: string) => void;
  popUpContextMenu: (menu: Menu) => void;
  setIgnoreDoubleClickEvents: (ignore: boolean) => void;
  destroy: () => void;
};

/**
 * On macOS an icon with a menu opens it with any click, and tells of the click as well: window and menu would open. There
 * the menu comes with the other button. https://www.electronjs.org/docs/latest/api/tray#platform-considerations
 */
export function withMenuOnRightClick<Image, Menu>(tray: MacTray<Image, Menu>, clicked: () => void) {
  let menu: Menu | null = null;
  // The second click of a quick pair would otherwise be held back as a double click.
  tray.setIgnoreDoubleClickEvents(true);
  tray.on('click', clicked);
  tray.on('right-click', () => {
    if (menu !== null) tray.popUpContextMenu(menu);
  });
  return {
    setImage: (image: Image): void => tray.setImage(image),
    setToolTip: (text: string): void => tray.setToolTip(text),
    setContextMenu: (next: Menu): void => {
      menu = next;
    },
    destroy: (): void => tray.destroy(),
  };
}
