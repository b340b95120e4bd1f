import { elementKinds as kinds, type MessageElement, parseMessage } from '../../../src/present/i18n/icu.ts';

/** A message with every written word changed, its values and its plurals left alone. */
export function rewrite(message: string, change: (literal: string) => string): string {
  return parseMessage(message)
    .map((element) => print(element, change))
    .join('');
}

function print(element: MessageElement, change: (literal: string) => string): string {
  const { type } = element;
  if (type === kinds.literal && 'value' in element) return escape(change(element.value));
  if (type === kinds.argument && 'value' in element) return `{${element.value}}`;
  if (type === kinds.number && 'value' in element) return `{${element.value}, number}`;
  if (type === kinds.pound) return '#';
  if (type !== kinds.plural || !('options' in element)) throw new Error(`unknown element ${type}`);
  const options = Object.entries(element.options).map(
    ([name, { value }]) => `${name} {${value.map((inner) => print(inner, change)).join('')}}`,
  );
  return `{${element.value}, plural, ${options.join(' ')}}`;
}

function escape(literal: string): string {
  return literal.replaceAll("'", "''").replace(/[{}#]/g, "'$&'");
}
