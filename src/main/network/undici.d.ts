// The parts of undici that carry a request. Its index would bring a fetch, WebSockets, caches and mocks along: twice
// the size, the time to load and the memory. They are not documented as such, so the version is pinned; the tests of the
// transport hold them to what is used.
declare module 'undici/lib/dispatcher/agent.js' {
  export { Agent as default } from 'undici';
}

declare module 'undici/lib/core/connect.js' {
  export { buildConnector as default } from 'undici';
}

declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici';

  /** `Dispatcher.request`: called on the dispatcher that carries it. Follows no redirect. */
  export default function request(
    this: Dispatcher,
    options: Dispatcher.RequestOptions,
  ): Promise<Dispatcher.ResponseData>;
}
