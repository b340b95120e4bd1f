import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useOverlay } from '../hooks/useOverlay.ts';
import { Button } from './button.tsx';

type Parts = {
  question: string;
  /** The id of the button that asked it. */
  opener: string;
  yes: { label: string; kind: 'main' | 'danger'; onClick: () => void };
  no: { label: string; onClick: () => void };
  /** What is to be known before it is answered. */
  children: ComponentChildren;
};

/** A question before something is done, in the row's own last line. The focus is on the safe answer. */
export function Confirmation({ question, opener, yes, no, children }: Parts) {
  const group = useRef<HTMLDivElement>(null);
  useOverlay(no.onClick);
  useLayoutEffect(() => group.current?.querySelector<HTMLElement>('.plain')?.focus(), []);
  return (
    <div class="confirmation" role="group" aria-label={question} data-opener={opener} ref={group}>
      <p>
        <strong>{question}</strong>
      </p>
      {children}
      <div class="portal-buttons spaced">
        <Button kind={yes.kind} onClick={yes.onClick}>
          {yes.label}
        </Button>
        <Button kind="plain" onClick={no.onClick}>
          {no.label}
        </Button>
      </div>
    </div>
  );
}
