import type { Shell } from './shell.ts';
import { i3 } from './shells/i3.ts';
import { sway } from './shells/sway.ts';
import { xfce } from './shells/xfce.ts';

/** All there are. */
export const shells: readonly Shell[] = [xfce, sway, i3];
