import { useEffect, useErrorBoundary, useLayoutEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { restoreFocus } from '../hooks/focus.ts';
import { useSeen } from '../hooks/useSeen.ts';
import { useNavigation, type Navigation, type ScreenName } from '../hooks/useNavigation.ts';
import { bridge } from '../bridge.ts';
import { lazyComponent } from '../components/lazyComponent.tsx';
import { LabelsContext } from '../hooks/useLabels.ts';
import { FailedScreen } from './failedScreen.tsx';
import { PortalsScreen } from './portalsScreen.tsx';

const connecting = async () => (await import('./connectingScreens.ts')).connectingScreens;
const screens = {
  connect: lazyComponent(async () => (await connecting()).ConnectScreen),
  certificate: lazyComponent(async () => (await connecting()).CertificateScreen),
  history: lazyComponent(async () => (await import('./historyScreen.tsx')).HistoryScreen),
  settings: lazyComponent(async () => (await import('./settingsScreen.tsx')).SettingsScreen),
};

const loadScreen = async (name: ScreenName): Promise<void> => screens[name].load();

/** The whole window: it keeps the last snapshot, and shows that or that it could not. */
export function Window({ first }: { first: Snapshot }) {
  const [snapshot, setSnapshot] = useState(first);
  const [error, recover] = useErrorBoundary();
  const navigation = useNavigation(loadScreen);
  const { revision, language, direction } = snapshot;
  useEffect(() => bridge.onSnapshot(setSnapshot), []);
  useSeen(revision);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
  useLayoutEffect(restoreFocus);

  const reload = async (): Promise<void> => {
    setSnapshot(await bridge.hello());
    recover();
  };
  return (
    <LabelsContext.Provider value={first.labels}>
      {error ? (
        <FailedScreen reload={() => void reload()} />
      ) : (
        <CurrentScreen snapshot={snapshot} navigation={navigation} />
      )}
    </LabelsContext.Provider>
  );
}

function CurrentScreen({ snapshot, navigation }: { snapshot: Snapshot; navigation: Navigation }) {
  const { current, back } = navigation;
  switch (current?.is) {
    case 'settings':
      return <screens.settings snapshot={snapshot} navigation={navigation} opener={current.opener} />;
    case 'connect':
      return <screens.connect snapshot={snapshot} back={back} {...current} />;
    case 'certificate':
      return <screens.certificate snapshot={snapshot} back={back} opener={current.opener} />;
    case 'history':
      return <screens.history snapshot={snapshot} back={back} {...current} />;
    default:
      return <PortalsScreen snapshot={snapshot} navigation={navigation} />;
  }
}
