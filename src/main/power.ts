import type { PowerMonitor } from 'electron';
import type { Event } from '../core/event.ts';

/** Tells of sleep. Some systems tell twice: the core takes the second time for nothing. */
export function followPower(monitor: Pick<PowerMonitor, 'on'>, dispatch: (event: Event) => void): void {
  monitor.on('suspend', () => dispatch({ type: 'slept' }));
  monitor.on('resume', () => dispatch({ type: 'woke' }));
}
