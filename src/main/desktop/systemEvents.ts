import type { Event } from '../../core/event.ts';

/** What of Electron's powerMonitor is used. */
export type PowerEvents = { on(event: 'suspend' | 'resume', hear: () => void): unknown };

/** Tells of sleep. Some systems tell twice: the core takes the second time for nothing. */
export function followPower(monitor: PowerEvents, dispatch: (event: Event) => void): void {
  monitor.on('suspend', () => dispatch({ type: 'slept' }));
  monitor.on('resume', () => dispatch({ type: 'woke' }));
}
