/** Something that is made when it is first wanted, once. */
export type Lazy<Value> = {
  get: () => Promise<Value>;
  /** The thing, if anybody wanted it yet. */
  made: () => Value | null;
};

export function lazy<Value>(make: () => Promise<Value>): Lazy<Value> {
  let made: Value | null = null;
  let making: Promise<Value> | null = null;
  return {
    get: async () => {
      making ??= make().then((value) => (made = value));
      return making;
    },
    made: () => made,
  };
}
