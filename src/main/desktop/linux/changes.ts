/**
 * Tells what is read, when it has changed. Each call reads anew; what an earlier call reads later than that is old, and
 * not told: a reading takes a while, and what it reads may be gone by then.
 */
export function tellChanges<Value>(
  read: () => Promise<Value>,
  tell: (value: Value) => void,
): () => Promise<void> {
  let newest = 0;
  let told: { value: Value } | null = null;
  return async () => {
    newest += 1;
    const number = newest;
    const value = await read();
    if (number !== newest || told?.value === value) return;
    told = { value };
    tell(value);
  };
}
