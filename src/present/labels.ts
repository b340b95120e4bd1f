import { type Labels, labelNames, labelsSchema } from '../contract/labels.ts';
import type { Words } from './i18n/i18n.ts';

/** The window's fixed words, as one record. */
export function labelsOf({ say }: Words): Labels {
  return labelsSchema.parse(Object.fromEntries(labelNames.map((name) => [name, say(`label.${name}`)])));
}
