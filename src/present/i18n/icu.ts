import { IntlMessageFormat } from 'intl-messageformat';

export type MessageElement = ReturnType<IntlMessageFormat['getAst']>[number];

/** The kinds of elements of an ICU message that ours use: a value, a number, a plural and the `#` in it. */
export const elementKinds = { literal: 0, argument: 1, number: 2, plural: 6, pound: 7 };

export function parseMessage(text: string): MessageElement[] {
  return new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
}

/** The values that a message takes, and whether it uses them as numbers. Throws where it is not ICU MessageFormat. */
export function argumentsOf(text: string): Record<string, 'number' | 'text'> {
  return argumentsIn(parseMessage(text));
}

function argumentsIn(elements: readonly MessageElement[]): Record<string, 'number' | 'text'> {
  return Object.assign({}, ...elements.map(argumentsOfElement));
}

function argumentsOfElement(element: MessageElement): Record<string, 'number' | 'text'> {
  const { type } = element;
  if (type === elementKinds.argument && 'value' in element) return { [element.value]: 'text' };
  if (type === elementKinds.number && 'value' in element) return { [element.value]: 'number' };
  if (type !== elementKinds.plural || !('options' in element)) return {};
  const inner = Object.values(element.options).map(({ value }) => argumentsIn(value));
  return Object.assign({}, ...inner, { [element.value]: 'number' });
}
