/** What of the process is used. */
export type Signals = { on(signal: 'SIGTERM' | 'SIGINT' | 'SIGHUP', hear: () => void): unknown };

/**
 * Quits when the system or a terminal asks for it. Electron does so by itself until somebody listens to these signals,
 * and electron-store does (its when-exit): the process would end at once, with nothing put away.
 */
export function quitOnSignals(process: Signals, quit: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, quit);
}
