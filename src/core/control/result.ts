import type { Failure } from '../net/failure.ts';

/** What came of starting or stopping a backup. */
export type ControlResult =
  | 'started'
  /** A backup was running already: nothing was started. */
  | 'alreadyRunning'
  /** Where the scheduled backups went is not known any more: nothing was started. */
  | 'storageGone'
  | 'stopped'
  /** It was over already: nothing was stopped. */
  | 'notRunning'
  /** The portal could not be reached in time. */
  | 'notSent'
  /** It was sent, and nobody knows whether it was done. */
  | 'noAnswer'
  /** 402: the free backups of this month are used up, or the plan has ended. */
  | 'unpaid'
  | 'forbidden'
  /** The server knows no such request: it is too old. */
  | 'notThere'
  /** The server answered with an error. */
  | 'serverError';

/** What this failure says of a request that was to change something. */
export function resultOf({ kind }: Failure): ControlResult {
  switch (kind) {
    case 'unpaid':
      return 'unpaid';
    case 'forbidden':
    case 'keyRefused':
      return 'forbidden';
    case 'notThere':
      return 'notThere';
    case 'noSuchHost':
    case 'lookupFailed':
    case 'refused':
    case 'unreachable':
    case 'noConnection':
    case 'encryption':
    case 'oldEncryption':
    case 'certificate':
    case 'proxy':
    case 'redirected':
      return 'notSent';
    case 'timeout':
    case 'stalled':
    case 'cut':
    case 'truncated':
      return 'noAnswer';
    default:
      return 'serverError';
  }
}
