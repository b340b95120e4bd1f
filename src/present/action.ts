import type { Event } from '../core/event.ts';

/** What a click means, in the tray's menu, on a notification or its button: what the core is told, or only the shell can do. */
export type Action = Event | { type: 'openWindow' } | { type: 'quit' };
