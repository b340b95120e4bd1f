/** What is promised, or something else when it does not come within `limit` ms; then `late` hears it when it comes. */
export async function within<Value>(
  promised: Promise<Value>,
  limit: number,
  otherwise: Value,
  late: (value: Value) => void = () => undefined,
): Promise<Value> {
  return new Promise((resolve) => {
    let settle: (value: Value) => void = resolve;
    const timer = setTimeout(() => {
      settle = late;
      resolve(otherwise);
    }, limit);
    void promised.then((value) => {
      clearTimeout(timer);
      settle(value);
    });
  });
}
