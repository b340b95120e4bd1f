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

export function createShell(
  shell: { openExternal: (url: string) => Promise<void> },
  clipboard: { writeText: (text: string) => unknown },
  env: NodeJS.ProcessEnv,
): Shell {
  return {
    open: (url) => {
      // The core hands out nothing else; openExternal would start whatever program a scheme belongs to.
      if (!isWebPage(url)) return;
      // It "succeeds" whatever becomes of it, so there is nothing to wait for: every link can be copied as well.
      shell.openExternal(url).catch(() => undefined);
    },
    copy: (text) => {
      void clipboard.writeText(text);
    },
    clicked: (activationToken, act) => {
      // xdg-open hands it on to the browser (xdg-activation protocol); Electron has no way to name it.
      if (activationToken !== null) env['XDG_ACTIVATION_TOKEN'] = activationToken;
      act();
      delete env['XDG_ACTIVATION_TOKEN'];
    },
  };
}

function isWebPage(url: string): boolean {
  return ['https:', 'http:'].includes(parseUrl(url)?.protocol ?? '');
}
