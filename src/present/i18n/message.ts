/** A sentence or word that is shown: its English, in ICU MessageFormat, and as a type the values that it takes. */
export type Message<Values> = { readonly english: string; readonly values?: Values };

/** A message without values unless said otherwise: `message<{ portal: string }>('{portal} is being watched')`. */
export function message<Values extends Record<string, string | number> | null = null>(
  english: string,
): Message<Values> {
  return { english };
}
