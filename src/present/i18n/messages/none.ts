/** A message without values. */
export type None = null;
