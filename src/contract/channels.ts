// What goes between the window and the main process, by name. Plain data: all that preload and renderer import at run time.

/** What the window can tell the main process; `commands.ts` says with what. No answer but the next snapshot. */
export const commandNames = [
  'dispatch',
  'seen',
  'hold',
  'close',
  'quit',
  'connectSubmit',
  'proxySignIn',
  'proxyForget',
  'setStartAtLogin',
  'saveDiagnostics',
  'exportPortals',
  'importPortals',
] as const;

export type CommandName = (typeof commandNames)[number];

/** The IPC channel of a command, of `hello` (the first thing a window says), of the snapshots that answer it, or of the runs
 * of a portal while they are looked at. */
export function channelOf(name: CommandName | 'hello' | 'snapshot' | 'history'): string {
  return `keepwatch:${name}`;
}

/** One value for each name. */
export function recordOf<const Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value>;
export function recordOf(
  names: readonly string[],
  valueOf: (name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)]));
}
