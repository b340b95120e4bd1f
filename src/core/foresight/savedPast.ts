import * as z from 'zod/mini';
import { latest } from '../base/time.ts';
import { marks, mostPastRuns } from './pastRun.ts';

const span = z.number().check(z.minimum(0), z.maximum(latest));

/** What is kept on disk of what past runs teach. What cannot be read is learned anew. */
export const savedPastSchema = z.catch(
  z
    .array(
      z.object({
        waiting: span,
        preparing: span,
        ahead: z.array(span).check(z.length(marks.length)),
        uploading: span,
        slowest: span,
      }),
    )
    .check(z.maxLength(mostPastRuns)),
  [],
);
