/** What happens at some time. */
export type Happening = {
  at: number;
  /** Of two at the same time, the one that was planned first happens first. */
  order: number;
  happen: () => void;
  isOff: boolean;
};

/** The first of a heap that was not called off. */
export function top(heap: Happening[]): Happening | undefined {
  while (heap[0]?.isOff === true) pop(heap);
  return heap[0];
}

function isBefore(one: Happening, other: Happening): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

export function push(heap: Happening[], entry: Happening): void {
  let index = heap.push(entry) - 1;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(entry, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = entry;
}

export function pop(heap: Happening[]): Happening | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    const one = heap[left];
    const other = heap[left + 1];
    if (one === undefined) break;
    const lesser = other !== undefined && isBefore(other, one) ? left + 1 : left;
    const child = heap[lesser];
    if (child === undefined || !isBefore(child, last)) break;
    heap[index] = child;
    index = lesser;
  }
  heap[index] = last;
  return first;
}
