/** Luck that repeats itself: the same seed draws the same numbers, on every machine. */
export type Luck = {
  /** A number from 0 up to, not including, 1. */
  draw: () => number;
  /** True this often. */
  happens: (share: number) => boolean;
  between: (least: number, most: number) => number;
  /** Between, each order of magnitude as likely as the next: many that are short, few that are long. */
  stretch: (least: number, most: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  /** One of the items, each as likely as its weight. */
  weigh: <Item>(items: ReadonlyArray<readonly [weight: number, item: Item]>) => Item;
  /** Luck of its own for something else: how often one draws does not change what the other gets. */
  fork: (name: string) => Luck;
};

export function createLuck(seed: number): Luck {
  const draw = mulberry(seed);
  const between = (least: number, most: number): number => least + (most - least) * draw();
  return {
    draw,
    happens: (share) => draw() < share,
    between,
    stretch: (least, most) => Math.exp(between(Math.log(least), Math.log(most))),
    pick: (items) => chosen(items[Math.floor(draw() * items.length)]),
    weigh: (items) => {
      const sum = items.reduce((total, [weight]) => total + weight, 0);
      let left = draw() * sum;
      return chosen(items.find(([weight]) => (left -= weight) < 0) ?? items.at(-1))[1];
    },
    fork: (name) => createLuck(mix(seed, name)),
  };
}

function chosen<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}

/** Tommy Ettinger's mulberry32: 32 bits of state are plenty for stories. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mix(seed: number, name: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
