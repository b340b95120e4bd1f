import type { State } from '../core/state.ts';
import { type TrayIcon, trayIconOf } from './trayIcon.ts';
import { type MenuLine, menuOf } from './menu.ts';
import { tooltipOf } from './tooltip.ts';
import type { Words } from './i18n/i18n.ts';

/** What the tray shows. */
export type TrayView = { frame: TrayIcon; tooltip: string; menu: MenuLine[] };

export function trayViewOf(state: State, words: Words, now: number): TrayView {
  return {
    frame: trayIconOf(state, now),
    tooltip: tooltipOf(state, words, now),
    menu: menuOf(state, words, now),
  };
}
