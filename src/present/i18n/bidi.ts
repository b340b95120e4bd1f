// A name that is written from right to left turns around what stands beside it: the colon, the percent sign, the number.
// Between these two marks it does not (Unicode Standard Annex 9, "first strong isolate").
const open = '\u2068';
const close = '\u2069';

/** The blocks that Unicode keeps for such scripts: Hebrew, Arabic and their kin. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** What would be turned around in a sentence of the other direction. */
const leftToRight = /\p{Script=Latin}/u;

/** A value as it goes into a sentence of a direction: marked where it could turn around its neighbours. */
export function isolate(value: string, direction: 'ltr' | 'rtl'): string {
  // Texts from elsewhere come without these marks: what has one is a sentence of ours, with its name marked already.
  const turns = (direction === 'ltr' ? rightToLeft : leftToRight).test(value) && !value.includes(open);
  return turns ? `${open}${value}${close}` : value;
}
