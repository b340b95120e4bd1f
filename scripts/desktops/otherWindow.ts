import type { Desktop } from '../../tests/support/desktop/desktop.ts';
import { centre, type Place } from '../../tests/support/desktop/region.ts';
import { Screen } from '../../tests/support/desktop/screen.ts';

/** Opens a window of another program at the bottom left, and gives its middle: a click there takes the focus. */
export async function openOtherWindow(desktop: Desktop): Promise<Place> {
  desktop.start('xlogo', ['-geometry', '160x120+40+560']);
  return centre(await new Screen(desktop).window('^xlogo$'));
}
