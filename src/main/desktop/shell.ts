import { parseUrl } from '../../core/base/url.ts';

/** Opens pages in the user's browser, and puts links on the clipboard. */
export type Shell = {
  open: (url: string) => void;
  copy: (text: string) => void;
  /**
   * Does what a click asks for. `activationToken` is the desktop's permission to bring to the front what that opens;
   * it is good for this click only.
   */
  clicked: (activationToken: string | null, act: () => void) => void;
};

/** What opens a page. `openPermitted`: with the permission that came with a click; only Linux has such. */
type Opener = {
  openExternal: (url: string) => Promise<void>;
  openPermitted: (url: string, activationToken: string) => void;
};

export function createShell(
  { openExternal, openPermitted }: Opener,
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
