import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The kinds of elements of an ICU message that the catalogues use; any other is an error. */
const kind = { literal: 0, argument: 1, number: 2, plural: 6, pound: 7 };

function astOf(message: string): Element[] {
  return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
}

/** The values that a message takes, and which of them have to be numbers. */
export function argumentsOf(message: string): Record<string, 'number' | 'any'> {
  return Object.assign({}, ...astOf(message).map(argumentsIn));
}

function argumentsIn(element: Element): Record<string, 'number' | 'any'> {
  if (element.type === kind.argument && 'value' in element) return { [element.value]: 'any' };
  if (element.type === kind.number && 'value' in element) return { [element.value]: 'number' };
  if (element.type !== kind.plural || !('options' in element)) return {};
  const inner = Object.values(element.options).flatMap(({ value }) => value.map(argumentsIn));
  return Object.assign({ [element.value]: 'number' }, ...inner);
}

/** A message with every written word changed, its values and its plurals left alone. */
export function rewrite(message: string, change: (literal: string) => string): string {
  return astOf(message)
    .map((element) => print(element, change))
    .join('');
}

function print(element: Element, change: (literal: string) => string): string {
  if (element.type === kind.literal && 'value' in element) return escape(change(element.value));
  if (element.type === kind.argument && 'value' in element) return `{${element.value}}`;
  if (element.type === kind.number && 'value' in element) return `{${element.value}, number}`;
  if (element.type === kind.pound) return '#';
  if (element.type !== kind.plural || !('options' in element))
    throw new Error(`unknown element ${element.type}`);
  const options = Object.entries(element.options).map(
    ([name, { value }]) => `${name} {${value.map((inner) => print(inner, change)).join('')}}`,
  );
  return `{${element.value}, plural, ${options.join(' ')}}`;
}

function escape(literal: string): string {
  return literal.replaceAll("'", "''").replace(/[{}#]/g, "'$&'");
}
