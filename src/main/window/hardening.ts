import type { Session, WebContents } from 'electron';

/** A window shows one page of ours and goes nowhere else. Electron's security checklist, items 11 to 14. */
export function harden(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void }): void => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No page is granted anything: not a sensor, not a device, not a notification. Checklist, item 5. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/**
 * Nothing is fetched behind the user's back: Chromium would ask Google for a dictionary as soon as there is a window, also
 * where no page is checked.
 */
export function fetchNothing(
  session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>,
): void {
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}
