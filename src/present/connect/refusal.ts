import type { Banner } from '../../contract/values.ts';
import type { Refusal } from '../../core/connect/attempt.ts';
import type { Failure } from '../../core/net/failure.ts';
import type { ForbiddenCause } from '../../core/access/forbidden.ts';
import { proxyName } from '../../core/net/proxy.ts';
import type { Redirect } from '../../core/net/redirect.ts';
import { assertNever } from '../../core/base/result.ts';
import type { Words } from '../i18n/i18n.ts';

/** Where a refusal is shown: in the place of one field's hint, or as a note when its cause lies beyond the fields. */
export type RefusalText = { addressError: string | null; keyError: string | null; note: Banner | null };

/**
 * What a refusal says, at the field that it is about, or above the form where it is about neither. Its words are not those
 * of the causes of lost access (`access/cause.ts`): there Keepwatch keeps trying, and what is said tells what became of a
 * portal that worked; here somebody sits at the form, and is told what to type or to do before it is tried again.
 */
export function refusalText(refusal: Refusal, words: Words): RefusalText {
  const { say } = words;
  const nothing: RefusalText = { addressError: null, keyError: null, note: null };
  switch (refusal.at) {
    case 'address':
      return { ...nothing, addressError: addressError(refusal, words) };
    case 'key':
      return { ...nothing, keyError: say(`refused.key.${refusal.why}`) };
    case 'right':
      return {
        ...nothing,
        note: refusal.why === 'failure' ? failureNote(refusal.failure, words) : rightNote(refusal.why, words),
      };
    case 'storing':
      return {
        ...nothing,
        note: { tone: 'danger', fact: say('refused.notSaved'), next: say('refused.notSavedNext') },
      };
    default:
      return assertNever(refusal);
  }
}

function addressError(refusal: Extract<Refusal, { at: 'address' }>, words: Words): string {
  switch (refusal.why) {
    case 'failure':
      return unreached(refusal.failure, words);
    case 'untrustable':
      return words.say(`refused.address.certificate.${refusal.problem}`);
    default:
      return words.say(`refused.address.${refusal.why}`);
  }
}

function unreached(failure: Failure, words: Words): string {
  const { say } = words;
  switch (failure.kind) {
    case 'noSuchHost':
    case 'lookupFailed':
    case 'encryption':
    case 'oldEncryption':
    case 'notDocSpace':
    case 'rateLimited':
      return say(`refused.address.${failure.kind}`);
    case 'serviceDown':
      return say(`refused.address.${failure.detail === '404' ? 'notThere' : 'serviceDown'}`);
    case 'noConnection':
    case 'timeout':
    case 'stalled':
      return say('refused.address.timeout');
    case 'refused':
    case 'unreachable':
    case 'cut':
    case 'truncated':
      return say('refused.address.unreachable');
    case 'certificate':
      return say(`refused.address.certificate.${failure.problem}`);
    case 'proxy': {
      const { problem, detail } = failure;
      const proxy = proxyName(failure.proxy);
      if (problem === 'unresolved') return say('refused.address.proxy.unresolved');
      return problem === 'refused'
        ? say('refused.address.proxy.refused', { proxy, code: detail })
        : say(`refused.address.proxy.${problem}`, { proxy });
    }
    case 'notThere':
    case 'unpaid':
    case 'forbidden':
      return say(`refused.address.${failure.kind}`);
    case 'redirected':
      return redirect(failure.to, words);
    case 'unreadable':
      return say('refused.address.notDocSpace');
    case 'keyRefused':
    case 'serverError':
    case 'tooLarge':
    case 'unexpected':
      return say('refused.address.other', { code: failure.detail });
    default:
      return assertNever(failure);
  }
}

function redirect(to: Redirect, { say }: Words): string {
  switch (to.leads) {
    case 'upgrade':
    case 'elsewhere':
      return say('refused.address.redirected', { host: to.address.host });
    case 'ownPage':
    case 'downgrade':
      return say(`refused.address.${to.leads}`);
    case 'nowhere':
      return say('refused.address.notDocSpace');
    default:
      return assertNever(to);
  }
}

function failureNote(failure: Failure, words: Words): Banner {
  const { say } = words;
  if (failure.kind === 'unpaid') {
    return { tone: 'danger', fact: say('refused.right.unpaid'), next: say('refused.right.unpaidNext') };
  }
  const fact = say('refused.right.failure');
  if (failure.kind === 'rateLimited' || failure.kind === 'serviceDown') {
    return { tone: 'danger', fact, next: say(`refused.address.${failure.kind}`) };
  }
  if (failure.kind === 'redirected') return { tone: 'danger', fact, next: redirect(failure.to, words) };
  const code = failure.detail;
  return { tone: 'danger', fact, next: say('refused.right.failureNext', { code }) };
}

function rightNote(cause: ForbiddenCause, { say }: Words): Banner {
  switch (cause) {
    case 'restoring':
    case 'busy':
    case 'suspended':
    case 'addressBlocked':
      return { tone: 'danger', fact: say(`refused.right.${cause}`), next: say(`refused.right.${cause}Next`) };
    case 'keyLimited':
    case 'notAdministrator':
      return { tone: 'danger', fact: say('refused.right'), next: say(`refused.right.${cause}`) };
    case 'workspace':
    case 'noRight':
      return { tone: 'danger', fact: say('refused.right'), next: say('next.noRight') };
    default:
      return assertNever(cause);
  }
}
