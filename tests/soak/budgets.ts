import { busiestHour, type Figures } from './judge/figures.ts';

type Budget = { name: string; of: (figures: Figures) => number; most: (figures: Figures) => number };

// What the cadence promises, in requests: 5 s less 20 % while a backup runs and nobody looks, 60 s less 20 % while
// nothing does, never two within 2 s. A portal on a server of its own has two scopes, asked 2 s one after the other.
export const budgets: readonly Budget[] = [
  { name: 'one portal in a second', of: ({ requests }) => requests.portalSecond, most: () => 1 },
  { name: 'one portal in a minute', of: ({ requests }) => requests.portalMinute, most: () => 30 },
  { name: 'one portal in an hour', of: ({ requests }) => busiestHour(requests), most: () => 1800 },
  { name: '… in which nobody looked', of: ({ requests }) => requests.aloneHour, most: () => 1200 },
  { name: '… and nothing ran', of: ({ requests }) => requests.quietHour, most: () => 150 },
  {
    name: 'all portals in a second',
    of: ({ requests }) => requests.allSecond,
    most: ({ portals }) => portals,
  },
  {
    name: 'all portals in a minute',
    of: ({ requests }) => requests.allMinute,
    most: ({ portals }) => 30 * portals,
  },
];

/** Which budgets were exceeded, and by what. */
export function overBudget(figures: Figures): string[] {
  return budgets
    .filter(({ of, most }) => of(figures) > most(figures))
    .map(({ name, of, most }) => `budget: ${name}: ${of(figures)} requests, at most ${most(figures)}`);
}
