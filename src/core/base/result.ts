/** A value, or why there is none. Errors at the edges are values from closed sets; exceptions are bugs. */
export type Result<Value, Reason> = { ok: true; value: Value } | { ok: false; reason: Reason };

export function succeed<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function fail<Reason>(reason: Reason): { ok: false; reason: Reason } {
  return { ok: false, reason };
}

/** Closes a switch over a union: the compiler refuses a member that nobody handled. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
