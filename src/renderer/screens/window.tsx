import { useEffect, useErrorBoundary, useLayoutEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { restoreFocus } from '../hooks/focus.ts';
import { useSeen } from '../hooks/useSeen.ts';
import { useNavigation, type Navigation } from '../hooks/useNavigation.ts';
import { bridge } from '../bridge.ts';
import { LabelsContext } from '../hooks/useLabels.ts';
import { CertificateScreen } from './certificateScreen.tsx';
import { ConnectScreen } from './connectScreen.tsx';
import { FailedScreen } from './failedScreen.tsx';
import { PortalsScreen } from './portalsScreen.tsx';
import { SettingsScreen } from './settingsScreen.tsx';

/** The whole window: it keeps the last snapshot, and shows that or that it could not. */
export function Window({ first }: { first: Snapshot }) {
  const [snapshot, setSnapshot] = useState(first);
  const [error, recover] = useErrorBoundary();
  const navigation = useNavigation();
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
        <View snapshot={snapshot} navigation={navigation} />
      )}
    </LabelsContext.Provider>
  );
}

function View({ snapshot, navigation }: { snapshot: Snapshot; navigation: Navigation }) {
  switch (navigation.current?.is) {
    case 'settings':
      return (
        <SettingsScreen snapshot={snapshot} navigation={navigation} opener={navigation.current.opener} />
      );
    case 'connect':
      return <ConnectScreen snapshot={snapshot} back={navigation.back} {...navigation.current} />;
    case 'certificate':
      return (
        <CertificateScreen snapshot={snapshot} back={navigation.back} opener={navigation.current.opener} />
      );
    default:
      return <PortalsScreen snapshot={snapshot} navigation={navigation} />;
  }
}
