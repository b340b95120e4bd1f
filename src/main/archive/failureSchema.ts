import * as z from 'zod/mini';
import type { Address } from '../../core/net/address.ts';
import type { Failure } from '../../core/net/failure.ts';
import type { Redirect } from '../../core/net/redirect.ts';

const retryAt = z.nullable(z.number());
const detail = z.string();
const address: z.ZodMiniType<Address> = z.strictObject({
  origin: z.string(),
  host: z.string(),
  encrypted: z.boolean(),
  loopback: z.boolean(),
});

const to: z.ZodMiniType<Redirect> = z.discriminatedUnion('leads', [
  z.strictObject({ leads: z.enum(['upgrade', 'elsewhere']), address }),
  z.strictObject({ leads: z.enum(['ownPage', 'downgrade', 'nowhere']) }),
]);

const travelled = [
  'noSuchHost',
  'lookupFailed',
  'refused',
  'unreachable',
  'noConnection',
  'timeout',
  'stalled',
  'cut',
  'truncated',
  'encryption',
  'oldEncryption',
] as const;

const answered = [
  'keyRefused',
  'unpaid',
  'forbidden',
  'notThere',
  'serverError',
  'serviceDown',
  'notDocSpace',
  'unreadable',
  'tooLarge',
  'unexpected',
] as const;

/** A failure, as one thread tells it to the other. */
export const failure: z.ZodMiniType<Failure> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(travelled), detail }),
  z.strictObject({ kind: z.enum(answered), detail, retryAt }),
  z.strictObject({ kind: z.literal('rateLimited'), retryAt }),
  z.strictObject({ kind: z.literal('redirected'), to }),
  z.strictObject({
    kind: z.literal('certificate'),
    problem: z.enum(['untrusted', 'selfSigned', 'expired', 'notYetValid', 'wrongHost', 'revoked', 'changed']),
    detail,
  }),
  z.strictObject({
    kind: z.literal('proxy'),
    problem: z.enum([
      'signIn',
      'signInRefused',
      'method',
      'kind',
      'unreached',
      'untrusted',
      'unresolved',
      'refused',
    ]),
    proxy: z.string(),
    detail,
  }),
]);
