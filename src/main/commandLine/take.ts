import type { Answer } from '../../contract/answer.ts';
import { assertNever } from '../../core/base/result.ts';
import { waitFor, type WaitEnd } from '../../present/commandLine/wait.ts';
import type { Looking } from './command.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

/** Why there is nothing, or nothing more, to print. */
export type Complaint =
  | 'notRunning'
  | 'quit'
  | 'silent'
  | 'noSuchPortal'
  | 'severalPortals'
  | 'timedOut'
  | 'unreadable'
  | 'noAccess'
  | 'address'
  | 'keyOnTerminal'
  | 'noKey';

/** How a command ends: by a number, and where there is something to complain of, with that. */
export type End = { code: ExitCode; why: Complaint | null };

/** What is made of an answer: it is printed, or not, and the command has ended with it, or goes on. */
type Taken = { prints: boolean; end: End | null };

/** What a command makes of each answer. */
export function takingFor(command: Looking): (answer: Answer) => Taken {
  switch (command.do) {
    case 'status':
      // Of one portal: how those of the Keepwatch that runs stand is printed elsewhere, without the contract's schemas.
      return (answer) => ({
        prints: true,
        end: { code: isUnseen(answer) ? exitCodes.noAccess : exitCodes.done, why: null },
      });
    case 'follow':
      return ({ is }) => ({ prints: is === 'event', end: null });
    case 'wait': {
      const wait = waitFor(command.portal);
      return (answer) => {
        const end = wait(answer);
        return end === null ? { prints: false, end } : { prints: ends[end].why === null, end: ends[end] };
      };
    }
    default:
      return assertNever(command);
  }
}

/** The portal that is looked at cannot be seen: there is nothing else to tell of. */
function isUnseen(answer: Answer): boolean {
  return answer.is === 'status' && answer.facts.portals.some(({ cause }) => cause !== null);
}

const ends: Record<WaitEnd, End> = {
  finished: { code: exitCodes.done, why: null },
  gaps: { code: exitCodes.gaps, why: null },
  problem: { code: exitCodes.problem, why: null },
  failed: { code: exitCodes.failed, why: null },
  cancelled: { code: exitCodes.cancelled, why: null },
  unknown: { code: exitCodes.unknown, why: null },
  noSuchPortal: { code: exitCodes.noSuchPortal, why: 'noSuchPortal' },
  severalPortals: { code: exitCodes.noSuchPortal, why: 'severalPortals' },
  removed: { code: exitCodes.noSuchPortal, why: 'noSuchPortal' },
};
