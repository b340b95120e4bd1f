import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ProxySetting } from '../../contract/snapshot.ts';
import { focusOpener } from '../hooks/focus.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from './button.tsx';
import { SettingForm } from './settingForm.tsx';

/** A proxy that requires a user name and a password: what is entered goes out of here once and never comes back. */
export function ProxyForm({ setting }: { setting: ProxySetting }) {
  const labels = useLabels();
  const [entering, setEntering] = useState(false);
  useLayoutEffect(focusOpener, [entering]);
  if (entering) return <SignInForm setting={setting} done={() => setEntering(false)} />;
  const { proxy, name, kept, note } = setting;
  const described = `proxy-${name}`;
  return (
    <div class="setting" role="group" aria-labelledby={described}>
      <span class="label">
        <bdi id={described}>{name}</bdi>
        {note === null ? null : <span class="t-small soft">{note}</span>}
      </span>
      <span class="setting-buttons">
        <Button id={`enter-${name}`} onClick={() => setEntering(true)} describedBy={described}>
          {kept ? labels.changePassword : labels.enterPassword}
        </Button>
        {kept ? (
          <Button onClick={() => bridge.proxyForget({ proxy })} describedBy={described}>
            {labels.forget}
          </Button>
        ) : null}
      </span>
    </div>
  );
}

function SignInForm({ setting: { proxy, name }, done }: { setting: ProxySetting; done: () => void }) {
  const labels = useLabels();
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => user.current?.focus(), []);
  const save = (): void =>
    bridge.proxySignIn({
      proxy,
      user: user.current?.value ?? '',
      password: password.current?.value ?? '',
    });
  return (
    <SettingForm opener={`enter-${name}`} save={save} done={done}>
      <input
        aria-label={labels.proxyUser}
        placeholder={labels.proxyUser}
        maxLength={200}
        dir="auto"
        ref={user}
        autocomplete="off"
        spellcheck={false}
      />
      <input
        type="password"
        aria-label={labels.proxyPassword}
        placeholder={labels.proxyPassword}
        maxLength={200}
        ref={password}
        autocomplete="off"
      />
    </SettingForm>
  );
}
