import { rewordRuns, rewordSnapshot, rewordView } from './texts.ts';
import type { View } from './views.ts';

const override = '\u202E';
const pop = '\u202C';

/** "Check now" becomes "Cheeck noow", mirrored: two fifths longer, in longer words. */
function pseudoText(text: string): string {
  return text.replaceAll(/[\p{L}\p{N}]+/gu, (word) => override + word.replaceAll(/[aeiouy]/gu, '$&$&') + pop);
}

/** The view in a language that nobody speaks, to see what a translation does to it. It runs from right to left. */
export function pseudoView(view: View): View {
  return rewordView(
    view,
    (snapshot) => ({ ...rewordSnapshot(snapshot, pseudoText), language: 'ar', direction: 'rtl' }),
    (runs) => rewordRuns(runs, pseudoText),
  );
}
