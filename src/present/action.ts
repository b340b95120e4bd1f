import type { Event } from '../core/event.ts';

/** What a click on the tray's menu, on a notice or on its button means: what the core is told, or what only the shell can do. */
export type Action = Event | { type: 'openWindow' } | { type: 'quit' };
