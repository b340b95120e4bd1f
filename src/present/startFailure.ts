import type { Words } from './i18n/i18n.ts';

/** The title of the one dialogue there is: nothing else can be shown any more. */
export function startFailureText({ say }: Words): string {
  return say('dialog.cannotStart');
}
