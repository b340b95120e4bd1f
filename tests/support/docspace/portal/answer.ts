/** An HTTP answer, before it is sent. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** Why this answer is not what the OpenAPI document says, where it is so on purpose. */
  beyondTheDocument?: string;
};

/** A JSON body, in the words of ASP.NET. */
export function json(
  status: number,
  value: unknown,
  contentType = 'application/json; charset=utf-8',
): Answer {
  return { status, headers: { 'content-type': contentType }, body: JSON.stringify(value) };
}

/** A page: what stands in front of the portal answers with. */
export function html(status: number, title: string, text: string): Answer {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${text}</h1></body></html>`;
  return { status, headers: { 'content-type': 'text/html' }, body };
}

/** No body at all: what DocSpace sends with 401, 429 and several others. */
export function empty(status: number, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: '' };
}
