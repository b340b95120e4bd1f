import * as z from 'zod/mini';
import type { Key } from '../../core/docspace/authorization.ts';
import type { Route } from '../../core/net/route.ts';
import type { SaveOrder, SaveProgress, SaveResult } from '../../core/saving/order.ts';
import { failure } from './failureSchema.ts';

// What goes between the main thread and the thread of one save.

const order: z.ZodMiniType<SaveOrder> = z.strictObject({
  portal: z.string(),
  backup: z.strictObject({ scope: z.enum(['portal', 'server']), job: z.string() }),
  origin: z.string(),
  certificate: z.nullable(z.string()),
  link: z.string(),
  folder: z.string(),
  name: z.string(),
});

const key: z.ZodMiniType<Key> = z.strictObject({
  text: z.string(),
  kind: z.enum(['apiKey', 'sessionToken']),
});

/** What a thread is started with. */
export const saveTask = z.strictObject({
  order,
  key: z.nullable(key),
  userAgent: z.string(),
  /** How long a server may say nothing; null: the usual time. */
  stall: z.nullable(z.number()),
});

export type SaveTask = z.output<typeof saveTask>;

const route: z.ZodMiniType<Route> = z.discriminatedUnion('via', [
  z.strictObject({ via: z.literal('direct') }),
  z.strictObject({ via: z.literal('proxy'), proxy: z.string() }),
  z.strictObject({ via: z.literal('unsupported'), proxy: z.string() }),
  z.strictObject({ via: z.literal('unresolved') }),
]);

/** What the main thread says. */
export const toThread = z.discriminatedUnion('say', [
  /** The routes to a server, and what is known of the sign-in at each proxy on them. */
  z.strictObject({
    say: z.literal('routes'),
    to: z.string(),
    routes: z.array(route),
    signIns: z.array(
      z.strictObject({ proxy: z.string(), token: z.nullable(z.string()), refused: z.boolean() }),
    ),
  }),
  z.strictObject({ say: z.literal('stop') }),
]);

export type ToThread = z.output<typeof toThread>;

const bytes = z.number().check(z.minimum(0));

const progress: z.ZodMiniType<SaveProgress> = z.strictObject({
  stage: z.enum(['receiving', 'reading']),
  done: bytes,
  size: z.nullable(bytes),
});

const contents = z.strictObject({
  files: bytes,
  bytes,
  databases: z.boolean(),
  storage: z.boolean(),
  missing: bytes,
});

const result: z.ZodMiniType<SaveResult> = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    value: z.strictObject({
      file: z.string(),
      bytes,
      sha256: z.string(),
      contents: z.union([contents, z.literal('damaged')]),
    }),
  }),
  z.strictObject({
    ok: z.literal(false),
    reason: z.discriminatedUnion('of', [
      z.strictObject({
        of: z.literal('folder'),
        why: z.enum(['missing', 'forbidden', 'full', 'unwritable']),
      }),
      z.strictObject({ of: z.literal('link'), why: z.enum(['expired', 'gone']) }),
      z.strictObject({ of: z.literal('size') }),
      z.strictObject({ of: z.literal('network'), failure }),
      z.strictObject({ of: z.literal('stopped') }),
    ]),
  }),
]);

/** What the thread says. */
export const fromThread = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('progress'), progress }),
  /** It wants to know the routes to a server. */
  z.strictObject({ say: z.literal('wantRoutes'), to: z.string() }),
  /** What was entered for a proxy was refused by it. */
  z.strictObject({ say: z.literal('refused'), proxy: z.string() }),
  z.strictObject({ say: z.literal('done'), result }),
]);

export type FromThread = z.output<typeof fromThread>;
