import { found } from '../access/access.ts';
import { loseAnswer } from '../control/control.ts';
import { fail, type Result } from '../base/result.ts';
import type { Reply } from '../docspace/question.ts';
import type { PortalSettings } from '../docspace/settings.ts';
import { type Failure, retryOf } from '../net/failure.ts';
import { judgeRedirect } from '../net/redirect.ts';
import { withdrawAccess } from '../news/ledger.ts';
import type { Portal } from '../portal.ts';
import { takeFailure } from './takeFailure.ts';
import { restart } from './poll.ts';
import { planNext } from './nextQuestion.ts';
import type { Environment, Watch } from './watch.ts';

/** The https origin to which a portal without encryption is moved by its server, as this reply tells it; else null. */
export function upgradeOf({ origin }: Portal, { got }: Reply): string | null {
  if (got.ok || got.reason.kind !== 'redirected' || got.reason.to.leads !== 'upgrade') return null;
  const { address } = got.reason.to;
  // One that comes late may be about where the portal was before.
  return judgeRedirect(origin, address.origin).leads === 'upgrade' ? address.origin : null;
}

/** From now on its key goes to this origin only, whatever becomes of it, and not before DocSpace has answered there. */
export function upgrade(watch: Watch, origin: string, now: number): Watch {
  return {
    ...watch,
    portal: { ...watch.portal, origin, encryptedSince: null },
    access: { ...watch.access, trouble: null },
    ledger: withdrawAccess(watch.ledger, null),
    poll: restart(watch.poll, now),
    control: loseAnswer(watch.control, now),
  };
}

/** Takes in what the portal's settings, which anybody may read, say at its encrypted origin. */
export function takeProof(
  watch: Watch,
  got: Result<PortalSettings, Failure>,
  environment: Environment,
): Watch {
  const { now } = environment;
  if (got.ok && got.value.docSpace) {
    return { ...watch, portal: { ...watch.portal, encryptedSince: now }, poll: restart(watch.poll, now) };
  }
  const failure = got.ok ? anotherProduct : withoutKey(got.reason);
  const lost = takeFailure(watch, failure, now);
  const access = found(lost.access, { ask: 'settings', got: fail(failure) });
  const poll = { ...lost.poll, wanted: false };
  return planNext({ ...lost, access, poll }, 0, retryOf(failure), environment);
}

const anotherProduct: Failure = { kind: 'notDocSpace', detail: 'settings', retryAt: null };

/** No key was sent, so that none was refused: something stands before the portal that wants a sign-in of its own. */
function withoutKey(failure: Failure): Failure {
  return failure.kind === 'keyRefused' ? { ...failure, kind: 'unexpected' } : failure;
}
