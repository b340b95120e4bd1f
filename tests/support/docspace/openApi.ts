import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isRecord } from './json.ts';

/** An answer as it is about to be sent. */
export type Sent = { method: string; path: string; status: number; contentType: string; body: string };

const file = new URL('docspace-backup-openapi.json', import.meta.url);
const document: unknown = JSON.parse(readFileSync(file, 'utf8'));

const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
addFormats(ajv);
for (const [name, schema] of Object.entries(branch(document, 'components', 'schemas'))) {
  ajv.addSchema({ $id: name, ...branch(translate(schema)) });
}

/**
 * Holds an answer against the OpenAPI document: what is wrong with it in words, or undefined where nothing is, or where
 * the document does not describe that endpoint with that status.
 */
export function findMismatch({ method, path, status, contentType, body }: Sent): string | undefined {
  const described = branch(
    document,
    'paths',
    path.replace('/api/2.0/portal/', '/api/2.0/backup/'),
    method.toLowerCase(),
    'responses',
    String(status),
  );
  if (!('description' in described)) return undefined;
  const where = `${method} ${path} ${status}`;
  if (!('content' in described)) return body === '' ? undefined : `${where}: the body must be empty`;
  // Bare refusals may come with a body or without.
  if (body === '') return status < 400 ? `${where}: the body must not be empty` : undefined;
  const mediaType = contentType.split(';')[0] ?? '';
  const media = branch(described, 'content', mediaType);
  if (!('schema' in media)) return `${where}: ${mediaType} is not in the document`;
  if (!mediaType.endsWith('json')) return undefined;
  const validate = compile(media['schema']);
  return validate(JSON.parse(body)) ? undefined : `${where}: ${ajv.errorsText(validate.errors)} in ${body}`;
}

const compiled = new Map<unknown, ValidateFunction>();

function compile(schema: unknown): ValidateFunction {
  const validate = compiled.get(schema) ?? ajv.compile(branch(translate(schema)));
  compiled.set(schema, validate);
  return validate;
}

// From OpenAPI 3.0 to JSON Schema: references by name, no `x-` notes; `nullable` and the formats are known to ajv.
// Objects are closed, so that a member nobody documented is a mismatch too.
function translate(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(translate);
  if (!isRecord(schema)) return schema;
  const open = 'properties' in schema && !('additionalProperties' in schema);
  const translated: Record<string, unknown> = open ? { additionalProperties: false } : {};
  for (const [name, value] of Object.entries(schema)) {
    if (name === '$ref') translated[name] = String(value).split('/').at(-1);
    else if (!name.startsWith('x-')) translated[name] = translate(value);
  }
  return translated;
}

/** The object at a path of member names; an empty one where there is none. */
function branch(value: unknown, ...names: string[]): Record<string, unknown> {
  const found = names.reduce((at: unknown, name) => (isRecord(at) ? at[name] : undefined), value);
  return isRecord(found) ? found : {};
}
