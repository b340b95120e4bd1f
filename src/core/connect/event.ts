import type { Result } from '../base/result.ts';
import type { Reply } from '../docspace/question.ts';
import type { Certificate } from '../net/certificate.ts';
import type { Failure } from '../net/failure.ts';
import type { Portal } from '../portal.ts';
import type { ConnectAttempt, Kept } from './attempt.ts';

/** What happens while a portal is added or gets a new key. */
export type ConnectEvent =
  | { type: 'connectOpened'; portal: string | null }
  /** Somebody wants to look at the certificate that a portal shows now. */
  | { type: 'certificateOpened'; portal: string }
  /** It was read, without trusting it; or could not be. */
  | { type: 'certificateShown'; attempt: number; shown: Result<Certificate, Failure> }
  | { type: 'connectSubmitted'; address: string; keyKind: ConnectAttempt['keyKind'] | null }
  | { type: 'connectAgreed' }
  | { type: 'connectEdited' }
  /** The server of the portal that gets a new key has moved it to https. */
  | { type: 'connectMoved'; origin: string }
  /** It is time to try again a key that was refused. */
  | { type: 'connectDue' }
  | { type: 'connectReplied'; attempt: number; reply: Reply }
  /** The key was put away, under the portal it opens; or could not be. */
  | { type: 'connectStored'; attempt: number; stored: Result<{ portal: Portal; kept: Kept }, null> };
