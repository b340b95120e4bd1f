import path from 'node:path';
import { parseUrl } from '../../core/base/url.ts';

/** Opens pages in the user's browser and folders in their file manager, and puts links on the clipboard. */
export type Shell = {
  open: (url: string) => void;
  copy: (text: string) => void;
  /** Shows a file in its folder. */
  showFile: (file: string) => void;
  /**
   * Does what a click asks for. `activationToken` is the desktop's permission to bring to the front what that opens;
   * it is good for this click only.
   */
  clicked: (activationToken: string | null, act: () => void) => void;
};

/** What opens a page or a folder. `openPermitted`: with the permission that came with a click; only Linux has such. */
type Opener = {
  openExternal: (url: string) => Promise<void>;
  openPermitted: (target: string, activationToken: string) => void;
  openPath: (folder: string) => Promise<unknown>;
  /** Null where the folder is opened in its place: on Linux Electron opens another one on desktops without a file manager. */
  showItemInFolder: ((file: string) => void) | null;
};

export function createShell(
  { openExternal, openPermitted, openPath, showItemInFolder }: Opener,
  clipboard: { writeText: (text: string) => unknown },
): Shell {
  let permission: string | null = null;
  return {
    open: (url) => {
      // The core hands out nothing else; openExternal would start whatever program a scheme belongs to.
      if (!isWebPage(url)) return;
      if (permission !== null) return openPermitted(url, permission);
      // It "succeeds" whatever becomes of it, so there is nothing to wait for: every link can be copied as well.
      openExternal(url).catch(() => undefined);
    },
    copy: (text) => {
      void clipboard.writeText(text);
    },
    showFile: (file) => {
      // A relative path could be read as an option, or as something else from another folder.
      if (!path.isAbsolute(file)) return;
      const folder = path.dirname(file);
      if (permission !== null) return openPermitted(folder, permission);
      if (showItemInFolder !== null) return showItemInFolder(file);
      openPath(folder).catch(() => undefined);
    },
    clicked: (activationToken, act) => {
      permission = activationToken;
      act();
      permission = null;
    },
  };
}

function isWebPage(url: string): boolean {
  return ['https:', 'http:'].includes(parseUrl(url)?.protocol ?? '');
}
