/** Something that is made when it is first wanted, once. */
export type Lazy<Value> = {
  get: () => Promise<Value>;
  /** The thing, if anybody wanted it yet. */
  made: () => Value | null;
};

export function lazy<Value>(make: () => Promise<Value>): Lazy<Value> {
  let made: Value | null = null;
  let making: Promise<Value> | null = null;
  const begin = async (): Promise<Value> => {
    try {
      made = await make();
      return made;
    } catch (error) {
      // Whoever wants it next tries again.
      making = null;
      throw error;
    }
  };
  return {
    get: async () => (making ??= begin()),
    made: () => made,
  };
}
