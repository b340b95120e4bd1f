import type { Clipboard, Shell } from 'electron';

/** Opens pages in the user's browser, and puts links on the clipboard. */
export type Opener = {
  open: (url: string) => void;
  copy: (text: string) => void;
  /** A desktop's permission to bring the browser to the front, from the click that asks for the next page. */
  grant: (activationToken: string | null) => void;
};

export function createOpener(
  shell: Pick<Shell, 'openExternal'>,
  clipboard: Pick<Clipboard, 'writeText'>,
): Opener {
  let granted: string | null = null;
  return {
    open: (url) => {
      // The core hands out nothing else; openExternal would start whatever program a scheme belongs to.
      const { protocol } = new URL(url);
      if (protocol !== 'https:' && protocol !== 'http:') return;
      if (granted !== null) process.env['XDG_ACTIVATION_TOKEN'] = granted;
      // It "succeeds" whatever becomes of it, so there is nothing to wait for: every link can be copied as well.
      shell.openExternal(url).catch(() => undefined);
      delete process.env['XDG_ACTIVATION_TOKEN'];
      granted = null;
    },
    copy: (text) => {
      void clipboard.writeText(text);
    },
    grant: (activationToken) => {
      granted = activationToken;
    },
  };
}
