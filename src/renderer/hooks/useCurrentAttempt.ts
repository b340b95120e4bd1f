import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ConnectView } from '../../contract/connectView.ts';

const empty = {
  addressError: null,
  keyError: null,
  note: null,
  consent: null,
  certificate: null,
  connected: null,
} as const;

/** What was just opened shows nothing of the attempt before, which the last snapshot is still about. */
export function useCurrentAttempt(view: ConnectView, first: 'form' | 'checking'): ConnectView {
  const begun = useRef(false);
  useLayoutEffect(() => {
    if (view.stage === first) begun.current = true;
  }, [view.stage]);
  return begun.current ? view : { ...view, ...empty, stage: first, checks: [] };
}
