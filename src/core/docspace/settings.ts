import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import { plainText } from '../base/text.ts';
import { parseResponse } from './envelope.ts';
import type { HttpResponse } from './request.ts';

/** What a portal tells anybody about itself. */
export type PortalSettings = {
  /** False for the older ONLYOFFICE Workspace, which is another product with another API. */
  docSpace: boolean;
  /** A server of one's own: the only kind that has a backup of the whole server (`Dump`). */
  standalone: boolean;
  /** The portal's name, cleaned; empty when it has none. */
  name: string;
  tenant: TenantStatus;
};

export type TenantStatus = 'active' | 'suspended' | 'restoring' | 'busy';

const schema = z.object({
  docSpace: z.nullish(z.boolean()),
  standalone: z.nullish(z.boolean()),
  greetingSettings: z.nullish(z.string()),
  tenantStatus: z.nullish(z.union([z.number(), z.string()])),
});

/** Reads what a portal tells about itself; what it leaves out is false, or empty. */
export function parsePortalSettings(answer: HttpResponse, now: number): Result<PortalSettings, Failure> {
  const read = parseResponse(answer, schema, 'settings', now);
  if (!read.ok) return read;
  return succeed({
    docSpace: read.value.docSpace === true,
    standalone: read.value.standalone === true,
    name: plainText(read.value.greetingSettings ?? '', 80),
    tenant: tenantStatus(read.value.tenantStatus),
  });
}

/** 0 active, 1 suspended, 2 about to be removed, 3 transfer, 4 restoring, 6 encrypting (DocSpace server 3.7.2). */
function tenantStatus(status: number | string | null | undefined): TenantStatus {
  switch (status) {
    case 1:
    case 2:
    case 'Suspended':
    case 'RemovePending':
      return 'suspended';
    case 4:
    case 'Restoring':
      return 'restoring';
    case 3:
    case 6:
    case 'Transfering':
    case 'Encryption':
      return 'busy';
    default:
      return 'active';
  }
}
