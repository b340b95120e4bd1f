import type { Call } from './call.ts';

/** A request as it arrived, and the status it was answered with. */
export type RecordedRequest = Call & {
  authorization: string | undefined;
  /** Absent while it is not answered, and where no whole answer was sent. */
  status?: number;
};

/** Notes a request; the entry is completed when it is answered. */
export function note(call: Call): RecordedRequest {
  return { ...call, headers: { ...call.headers }, authorization: call.headers.authorization };
}
