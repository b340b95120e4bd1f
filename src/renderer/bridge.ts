import type { Bridge } from '../contract/bridge.ts';

/** The way to the main process, as preload exposes it. */
export const bridge: Bridge = window.keepwatch;
