import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectView } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Checks } from '../part/checks.tsx';
import { Field } from '../part/field.tsx';
import { ViewHeader } from '../part/header.tsx';
import { Note } from '../part/note.tsx';
import { Connected } from './connected.tsx';

/** Adding a portal, or giving one a new key. The key goes out of here once and never comes back. */
export function Connect({
  view,
  startAtLogin,
  back,
}: {
  view: ConnectView;
  startAtLogin: boolean;
  back: () => void;
}) {
  const labels = useLabels();
  return (
    <main class="view">
      <ViewHeader title={view.portal === null ? labels.addPortal : labels.changeKey} back={back} />
      <div class="middle pad">
        {view.stage === 'connected' ? (
          <Connected view={view} startAtLogin={startAtLogin} done={back} />
        ) : (
          <Form view={view} back={back} />
        )}
      </div>
    </main>
  );
}

function Form({ view, back }: { view: ConnectView; back: () => void }) {
  const labels = useLabels();
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  const checking = view.stage === 'checking';
  const quiet = checking || view.note !== null;
  const fields = useFocusOnRefusal(view);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (checking) return;
    if (view.stage === 'consent') bridge.connectAgree();
    else bridge.connectSubmit({ address, key });
  };
  // What was refused or agreed to belongs to what was typed then.
  const edit = (change: (text: string) => void) => (text: string) => {
    change(text);
    if (view.stage !== 'form') bridge.connectEdit();
  };

  return (
    <form class="form" onSubmit={submit} ref={fields}>
      {view.portal === null ? (
        <Field
          name="address"
          label={labels.address}
          value={address}
          change={edit(setAddress)}
          hint={quiet ? null : labels.addressHint}
          error={view.addressError}
          locked={checking}
        />
      ) : (
        <p class="t-name">
          <bdi>{view.portal.name}</bdi>
        </p>
      )}
      <Field
        name="key"
        label={labels.key}
        secret
        value={key}
        change={edit(setKey)}
        hint={quiet ? null : labels.keyHint}
        error={view.keyError}
        locked={checking}
      />
      {view.checks.length === 0 ? null : <Checks checks={view.checks} />}
      {view.note === null ? null : <Note note={view.note} alert />}
      <Submit view={view} checking={checking} back={back} />
    </form>
  );
}

function Submit({ view, checking, back }: { view: ConnectView; checking: boolean; back: () => void }) {
  const labels = useLabels();
  if (view.consent !== null) {
    return (
      <div class="choice">
        <button class="button tall" type="submit">
          <bdi>{view.consent}</bdi>
        </button>
        <button class="button plain tall" type="button" onClick={back}>
          {labels.doNotConnect}
        </button>
      </div>
    );
  }
  return (
    <button class="button main tall" type="submit" aria-disabled={checking}>
      {checking ? labels.connecting : labels.connect}
    </button>
  );
}

/** The focus begins in the first field, and goes to the field that was refused. */
function useFocusOnRefusal({ addressError, keyError }: ConnectView) {
  const form = useRef<HTMLFormElement>(null);
  const wanted = addressError === null && keyError !== null ? '[name=key]' : 'input';
  useEffect(
    () => form.current?.querySelector<HTMLInputElement>(wanted)?.focus(),
    [addressError, keyError, wanted],
  );
  return form;
}
