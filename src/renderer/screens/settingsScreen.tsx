import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { focusOpener } from '../hooks/focus.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import type { Navigation } from '../hooks/useNavigation.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from '../components/button.tsx';
import { Diagnostics } from '../components/diagnostics.tsx';
import { ScreenHeader } from '../components/headers.tsx';
import { NotificationSettings } from '../components/notificationSettings.tsx';
import { PauseSetting } from '../components/pauseSetting.tsx';
import { PortalListSetting } from '../components/portalListSetting.tsx';
import { PortalSetting } from '../components/portalSetting.tsx';
import { ProxyForm } from '../components/proxyForm.tsx';
import { Select } from '../components/select.tsx';
import { Switch } from '../components/switch.tsx';

type Parts = { snapshot: Snapshot; navigation: Navigation; opener: string };

/** One line a setting. */
export function SettingsScreen({ snapshot, navigation, opener }: Parts) {
  const labels = useLabels();
  const { settings, portals } = snapshot;
  const list = useRef<HTMLDivElement>(null);
  useOverlay(navigation.back);
  useLayoutEffect(() => {
    focusOpener();
    const here = list.current;
    if (!here?.contains(document.activeElement)) here?.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
  return (
    <main class="screen" data-opener={opener}>
      <ScreenHeader title={labels.settings} back={navigation.back} />
      <div class="middle pad" ref={list}>
        <fieldset class="group">
          <legend>{labels.general}</legend>
          {settings.canStartAtLogin ? (
            <Switch
              label={labels.startAtLogin}
              on={settings.startAtLogin}
              change={(on) => bridge.setStartAtLogin({ on })}
            />
          ) : null}
          <ThemeSetting theme={snapshot.theme} />
        </fieldset>
        <NotificationSettings silenced={settings.silenced} />
        <fieldset class="group">
          <legend>{labels.watching}</legend>
          <PollingSetting polling={settings.polling} />
          <PauseSetting snapshot={snapshot} />
        </fieldset>
        {portals.length === 0 ? null : (
          <fieldset class="group">
            <legend>{labels.portals}</legend>
            {portals.map((row) => (
              <PortalSetting
                key={row.id}
                row={row}
                changeKey={() => navigation.connect(row.id)}
                viewCertificate={() => navigation.certificate(row.id)}
              />
            ))}
          </fieldset>
        )}
        <PortalListSetting note={settings.listNote} />
        {settings.proxies.length === 0 ? null : (
          <fieldset class="group">
            <legend>{labels.proxy}</legend>
            {settings.proxies.map((setting) => (
              <ProxyForm key={setting.proxy} setting={setting} />
            ))}
          </fieldset>
        )}
        <Diagnostics />
        <div class="setting">
          <span class="label t-small soft num">{settings.version}</span>
          <Button onClick={bridge.quit}>{labels.quit}</Button>
        </div>
      </div>
    </main>
  );
}

function ThemeSetting({ theme }: Pick<Snapshot, 'theme'>) {
  const labels = useLabels();
  const themes = [
    ['system', labels.themeSystem],
    ['light', labels.themeLight],
    ['dark', labels.themeDark],
  ] as const;
  const choose = (chosen: Snapshot['theme']): void => bridge.dispatch({ type: 'theme', theme: chosen });
  return <Select label={labels.theme} value={theme} options={themes} change={choose} />;
}

function PollingSetting({ polling }: Pick<Snapshot['settings'], 'polling'>) {
  const labels = useLabels();
  const pollings = [
    ['automatic', labels.pollingAutomatic],
    ['halfMinute', labels.pollingHalfMinute],
    ['minute', labels.pollingMinute],
  ] as const;
  return (
    <Select
      label={labels.polling}
      value={polling}
      options={pollings}
      change={(chosen) => bridge.dispatch({ type: 'polling', polling: chosen })}
    />
  );
}
