import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConnectView } from '../../contract/connectView.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { AttemptOutcome } from '../components/attemptOutcome.tsx';
import { Checks } from '../components/checks.tsx';
import { Field } from '../components/field.tsx';

type Parts = { view: ConnectView; portal: { name: string; host: string } | null; leave: () => void };

/** Address and key, and what came of them. The key goes out of here once and never comes back. */
export function ConnectForm({ view, portal, leave }: Parts) {
  const labels = useLabels();
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  const checking = view.stage === 'checking';
  const quiet = checking || view.note !== null;
  const form = useFocus(view);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // A risk is agreed to by its own button, never by Enter in a field.
    if (!checking && view.consent === null) bridge.connectSubmit({ address, key });
  };
  // What was refused or is to be agreed to belongs to what was typed then.
  const edit = (change: (text: string) => void) => (text: string) => {
    change(text);
    if (view.stage !== 'form') bridge.dispatch({ type: 'connectEdited' });
  };
  const shared = { locked: checking, quiet };

  return (
    <form class="form" onSubmit={submit} ref={form}>
      {portal === null ? (
        <Field
          {...shared}
          name="address"
          label={labels.address}
          value={address}
          change={edit(setAddress)}
          hint={labels.addressHint}
          error={view.addressError}
        />
      ) : (
        <div>
          <p class="t-name">
            <bdi>{portal.name}</bdi>
          </p>
          <p class="soft t-small">
            <bdi>{portal.host}</bdi>
          </p>
        </div>
      )}
      <Field
        {...shared}
        name="key"
        label={labels.key}
        secret
        value={key}
        change={edit(setKey)}
        hint={labels.keyHint}
        error={view.keyError}
      />
      {view.checks.length === 0 ? null : <Checks checks={view.checks} />}
      <AttemptOutcome view={view} leave={leave} />
      {view.consent === null ? (
        <button class="button main tall" type="submit" aria-disabled={checking}>
          {checking ? labels.connecting : labels.connect}
        </button>
      ) : null}
    </form>
  );
}

/** The focus begins in the first field, goes to the field that was refused, and before a risk to the safe answer. */
function useFocus({ stage, addressError, keyError }: ConnectView) {
  const form = useRef<HTMLFormElement>(null);
  const wanted =
    stage === 'consent'
      ? '#do-not-connect'
      : addressError !== null
        ? '#address'
        : keyError !== null
          ? '#key'
          : null;
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  useLayoutEffect(() => {
    if (wanted !== null) form.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [wanted]);
  return form;
}
