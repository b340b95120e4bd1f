import { DBusError, Variant } from '@jellybrick/dbus-next';
import { z } from 'zod';
import type { Bus, Target } from './bus.ts';
import { plain } from './plain.ts';

/** One line of a tray menu, as a desktop would show it. */
export type MenuLine = {
  id: number;
  /** The words, without the mark of the access key. */
  label: string;
  kind: 'line' | 'separator' | 'checkbox' | 'radio';
  enabled: boolean;
  checked: boolean;
  lines: MenuLine[];
};

const properties = z.object({
  label: z.string().default(''),
  type: z.string().optional(),
  enabled: z.boolean().default(true),
  'toggle-type': z.enum(['', 'checkmark', 'radio']).default(''),
  'toggle-state': z.number().default(0),
});
type Node = [id: number, properties: z.infer<typeof properties>, children: Node[]];
const node: z.ZodType<Node> = z.tuple([z.number(), properties, z.array(z.lazy(() => node))]);
const layout = z.tuple([z.number(), node]);
const kinds = { '': 'line', checkmark: 'checkbox', radio: 'radio' } as const;

/** Reads a menu as a host does just before it shows it. */
export async function readMenu(bus: Bus, menu: Target): Promise<MenuLine[]> {
  const answer = await bus.call(menu, 'GetLayout', 'iias', [0, -1, []]);
  const [, root] = layout.parse(plain(answer));
  return toLine(root).lines;
}

/** Tells the application that a host is about to show its menu. */
export async function openMenu(bus: Bus, menu: Target): Promise<void> {
  // Chromium answers "error occurred in AboutToShow"; hosts go on, as the call is only an offer to fill the menu late.
  await bus.call(menu, 'AboutToShow', 'i', [0]).catch(() => undefined);
}

/** Tells the application that a line was clicked. False: its menu has no such line any more. */
export async function clickLine(bus: Bus, menu: Target, line: MenuLine): Promise<boolean> {
  if (!line.enabled) throw new Error(`The menu line "${line.label}" is disabled.`);
  const now = Math.floor(Date.now() / 1000);
  try {
    await bus.call(menu, 'Event', 'isvu', [line.id, 'clicked', new Variant('i', 0), now]);
    return true;
  } catch (error) {
    if (error instanceof DBusError && error.text === 'error occurred in Event') return false;
    throw error;
  }
}

/** The line with these words, at whatever depth; fails with what is there when it cannot be clicked. */
export function findLine(lines: readonly MenuLine[], label: string | RegExp): MenuLine {
  const all = flatten(lines);
  const found = all.find((line) => (label instanceof RegExp ? label.test(line.label) : line.label === label));
  const there = all.map(lineWords).join(' | ');
  if (!found) throw new Error(`The menu has no "${label.toString()}", but: ${there}`);
  return found;
}

/** A line in a word: a separator is "-", what cannot be clicked stands in brackets. */
export function lineWords({ kind, enabled, label }: MenuLine): string {
  if (kind === 'separator') return '-';
  return enabled ? label : `(${label})`;
}

function flatten(lines: readonly MenuLine[]): MenuLine[] {
  return lines.flatMap((line) => [line, ...flatten(line.lines)]);
}

function toLine([id, line, children]: Node): MenuLine {
  return {
    id,
    label: withoutAccessKey(line.label),
    kind: line.type === 'separator' ? 'separator' : kinds[line['toggle-type']],
    enabled: line.enabled,
    checked: line['toggle-state'] === 1,
    lines: children.map(toLine),
  };
}

/** "_Open" is shown as "Open", "a__b" as "a_b". */
function withoutAccessKey(label: string): string {
  return label.replace(/_(.)/gu, '$1');
}
