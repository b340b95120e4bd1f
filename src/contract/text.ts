import * as z from 'zod/mini';
import { withoutKeys } from '../core/base/text.ts';

/** Any text that goes to the window. The last of several nets: whatever has gone wrong before, no key leaves in one. */
export const text = z.string().check(z.maxLength(2000), z.overwrite(withoutKeys));
