import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PortalRow } from '../../contract/portalRow.ts';
import { focusOpener } from '../hooks/focus.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { AgeSetting } from './ageSetting.tsx';
import { Button } from './button.tsx';
import { SaveSetting } from './saveSetting.tsx';
import { ServerSetting } from './serverSetting.tsx';
import { SettingForm } from './settingForm.tsx';

type Parts = { row: PortalRow; changeKey: () => void; viewCertificate: () => void };

/** What can be changed about one portal: its name here, its key, and what is watched of it. */
export function PortalSetting({ row, changeKey, viewCertificate }: Parts) {
  const labels = useLabels();
  const { id, name, host } = row;
  const [renaming, setRenaming] = useState(false);
  useLayoutEffect(focusOpener, [renaming]);
  const described = `setting-${id}`;
  return (
    <div class="portal-setting" role="group" aria-label={name}>
      {renaming ? (
        <RenameForm row={row} done={() => setRenaming(false)} />
      ) : (
        <div class="setting">
          <span class="label">
            <bdi class="t-name" id={described}>
              {name}
            </bdi>
            {host === name ? null : (
              <span class="explained soft t-small">
                <bdi>{host}</bdi>
              </span>
            )}
          </span>
          <span class="setting-buttons">
            <Button id={`rename-${id}`} onClick={() => setRenaming(true)} describedBy={described}>
              {labels.rename}
            </Button>
            <Button id={`rekey-${id}`} onClick={changeKey} describedBy={described}>
              {labels.changeKey}
            </Button>
            <Button
              onClick={() => bridge.dispatch({ type: 'openPortal', portal: id })}
              describedBy={described}
            >
              {labels.openPortal}
            </Button>
          </span>
        </div>
      )}
      <ServerSetting row={row} about={described} />
      <AgeSetting row={row} about={described} />
      <SaveSetting row={row} about={described} />
      {row.trusted ? <TrustSetting id={id} viewCertificate={viewCertificate} about={described} /> : null}
    </div>
  );
}

/** The certificate that is trusted for this portal alone, until it is not any more. */
function TrustSetting({
  id,
  viewCertificate,
  about,
}: {
  id: string;
  viewCertificate: () => void;
  about: string;
}) {
  const labels = useLabels();
  return (
    <div class="setting" data-opener={`rename-${id}`}>
      <span class="label t-small soft">{labels.trusted}</span>
      <span class="setting-buttons">
        <Button id={`certificate-${id}`} onClick={viewCertificate} describedBy={about}>
          {labels.certificate}
        </Button>
        <Button onClick={() => bridge.dispatch({ type: 'distrust', portal: id })} describedBy={about}>
          {labels.distrust}
        </Button>
      </span>
    </div>
  );
}

function RenameForm({ row: { id, name }, done }: { row: PortalRow; done: () => void }) {
  const labels = useLabels();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  const save = (): void => bridge.dispatch({ type: 'rename', portal: id, name: field.current?.value ?? '' });
  return (
    <SettingForm opener={`rename-${id}`} save={save} done={done}>
      <input aria-label={labels.portalName} defaultValue={name} maxLength={80} dir="auto" ref={field} />
    </SettingForm>
  );
}
