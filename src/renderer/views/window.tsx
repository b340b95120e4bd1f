import { useEffect, useErrorBoundary, useLayoutEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { mendFocus } from '../hooks/focus.ts';
import { useSeen } from '../hooks/useSeen.ts';
import { useWay, type Way } from '../hooks/useNavigation.ts';
import { bridge } from '../bridge.ts';
import { LabelsContext } from '../labels.ts';
import { Certificate } from './certificate.tsx';
import { Connect } from './connect.tsx';
import { Failed } from './failed.tsx';
import { Portals } from './portals.tsx';
import { Settings } from './settings.tsx';

/** The whole window: it keeps the last snapshot, and shows that or that it could not. */
export function Window({ first }: { first: Snapshot }) {
  const [snapshot, setSnapshot] = useState(first);
  const [error, recover] = useErrorBoundary();
  const way = useWay();
  const { revision, language, direction } = snapshot;
  useEffect(() => bridge.onSnapshot(setSnapshot), []);
  useSeen(revision);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
  useLayoutEffect(mendFocus);

  const reload = async (): Promise<void> => {
    setSnapshot(await bridge.hello());
    recover();
  };
  return (
    <LabelsContext.Provider value={first.labels}>
      {error ? <Failed reload={() => void reload()} /> : <View snapshot={snapshot} way={way} />}
    </LabelsContext.Provider>
  );
}

function View({ snapshot, way }: { snapshot: Snapshot; way: Way }) {
  switch (way.here?.is) {
    case 'settings':
      return <Settings snapshot={snapshot} way={way} opener={way.here.opener} />;
    case 'connect':
      return <Connect snapshot={snapshot} back={way.back} {...way.here} />;
    case 'certificate':
      return <Certificate snapshot={snapshot} back={way.back} opener={way.here.opener} />;
    default:
      return <Portals snapshot={snapshot} way={way} />;
  }
}
