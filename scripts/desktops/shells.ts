import type { Shell } from './shell.ts';
import { gnome, gnomeAlone } from './shells/gnome.ts';
import { i3 } from './shells/i3.ts';
import { lxqt } from './shells/lxqt.ts';
import { mate } from './shells/mate.ts';
import { plasma } from './shells/plasma.ts';
import { sway } from './shells/sway.ts';
import { xfce } from './shells/xfce.ts';

/** All there are. */
export const shells: readonly Shell[] = [xfce, mate, lxqt, plasma, gnome, gnomeAlone, sway, i3];
