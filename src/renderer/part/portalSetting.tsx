import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button } from './button.tsx';

/** What can be changed about one portal: its name here, and its key. */
export function PortalSetting({ id, name, changeKey }: { id: string; name: string; changeKey: () => void }) {
  const labels = useLabels();
  const [renaming, setRenaming] = useState(false);
  const described = `setting-${id}`;
  if (renaming) return <Renaming id={id} name={name} done={() => setRenaming(false)} />;
  return (
    <div class="setting">
      <span class="label" id={described}>
        <bdi>{name}</bdi>
      </span>
      <Button does={() => setRenaming(true)} describedBy={described}>
        {labels.rename}
      </Button>
      <Button does={changeKey} describedBy={described}>
        {labels.changeKey}
      </Button>
    </div>
  );
}

function Renaming({ id, name, done }: { id: string; name: string; done: () => void }) {
  const labels = useLabels();
  const [typed, setTyped] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const save = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    bridge.rename({ portal: id, name: typed });
    done();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    done();
  };
  return (
    <form class="setting field" onSubmit={save} onKeyDown={press}>
      <input
        aria-label={labels.portalName}
        value={typed}
        maxLength={80}
        onInput={(event) => setTyped(event.currentTarget.value)}
        ref={field}
      />
      <button class="button tint" type="submit">
        {labels.save}
      </button>
    </form>
  );
}
