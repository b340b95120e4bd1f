import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { returnFocus } from '../behaviour/focus.ts';
import { useOpen } from '../behaviour/open.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button } from './button.tsx';

type Portal = { id: string; name: string };

/** What can be changed about one portal: its name here, and its key. */
export function PortalSetting({ id, name, changeKey }: Portal & { changeKey: () => void }) {
  const labels = useLabels();
  const [renaming, setRenaming] = useState(false);
  useLayoutEffect(returnFocus, [renaming]);
  if (renaming) return <Renaming id={id} name={name} done={() => setRenaming(false)} />;
  const described = `setting-${id}`;
  return (
    <div class="setting" role="group" aria-labelledby={described}>
      <bdi class="label" id={described}>
        {name}
      </bdi>
      <span class="pairs">
        <Button id={`rename-${id}`} does={() => setRenaming(true)} describedBy={described}>
          {labels.rename}
        </Button>
        <Button id={`rekey-${id}`} does={changeKey} describedBy={described}>
          {labels.changeKey}
        </Button>
      </span>
    </div>
  );
}

function Renaming({ id, name, done }: Portal & { done: () => void }) {
  const labels = useLabels();
  const field = useRef<HTMLInputElement>(null);
  useOpen(done);
  useLayoutEffect(() => field.current?.select(), []);
  const save = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    bridge.rename({ portal: id, name: field.current?.value ?? '' });
    done();
  };
  return (
    <form class="setting field" onSubmit={save} data-opener={`rename-${id}`}>
      <input aria-label={labels.portalName} defaultValue={name} maxLength={80} dir="auto" ref={field} />
      <button class="button tint" type="submit">
        {labels.save}
      </button>
    </form>
  );
}
