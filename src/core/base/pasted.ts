// Zero-width characters, direction marks and soft hyphens come along from web pages and chats. Joiners belong to words
// of some scripts, where they stand between their letters.
const invisible = /(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}|(?<!\P{ASCII})[\u200C\u200D]/gu;

// Square brackets around an IPv6 address are its own.
const around = `["'\`“”„‟‘’‚‛«»‹›(){}<>,;\\s]|\\[(?![\\da-f:.]*\\])|(?<!\\[[\\da-f:.]*)\\]`;
const wrapping = new RegExp(`^(?:${around})+|(?:${around}|\\.)+$`, 'giu');

/** What somebody pasted, without what nobody can see, and without quotes, brackets and punctuation around it. */
export function unwrapPasted(text: string): string {
  return text.replace(invisible, '').replace(wrapping, '');
}
