// Names and directions of every IPC channel. Plain data: all that preload and renderer import at run time.

/** The window asks, the main process answers. */
export const requests = {
  /** The first thing a window says; answered with its first snapshot, labels included. */
  hello: 'keepwatch:hello',
} as const;

/** The window tells, the main process does; no answer but the next snapshot. */
export const commands = {
  /** Painted and in the foreground: what that snapshot showed has been seen. */
  seen: 'keepwatch:seen',
  /** A form or a question is open: the window stays when it loses the focus. */
  hold: 'keepwatch:hold',
  close: 'keepwatch:close',
  checkNow: 'keepwatch:check-now',
  pause: 'keepwatch:pause',
  resume: 'keepwatch:resume',
  portalAction: 'keepwatch:portal-action',
  rename: 'keepwatch:rename',
  /** Watch the backups of the whole server too, or no more. */
  watchServer: 'keepwatch:watch-server',
  remove: 'keepwatch:remove',
  connectOpen: 'keepwatch:connect-open',
  /** Look at the certificate that a portal shows now. */
  certificateOpen: 'keepwatch:certificate-open',
  connectSubmit: 'keepwatch:connect-submit',
  connectAgree: 'keepwatch:connect-agree',
  connectEdit: 'keepwatch:connect-edit',
  /** User name and password for a proxy. */
  proxySignIn: 'keepwatch:proxy-sign-in',
  proxyForget: 'keepwatch:proxy-forget',
  setTheme: 'keepwatch:set-theme',
  setStartAtLogin: 'keepwatch:set-start-at-login',
  saveDiagnostics: 'keepwatch:save-diagnostics',
} as const;

/** The main process tells the window. */
export const events = {
  snapshot: 'keepwatch:snapshot',
} as const;

export type RequestName = keyof typeof requests;
export type CommandName = keyof typeof commands;
export type EventName = keyof typeof events;
