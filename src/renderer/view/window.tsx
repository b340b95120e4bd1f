import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { LabelsContext } from '../labels.ts';
import { Connect } from './connect.tsx';
import { Failed } from './failed.tsx';
import { Portals } from './portals.tsx';
import { Settings } from './settings.tsx';

/** Which view is open is the window's own affair; everything it shows comes with the snapshot. */
export type Place = 'portals' | 'connect' | 'settings';

export function Window({ first }: { first: Snapshot }) {
  const [snapshot, setSnapshot] = useState(first);
  const [place, setPlace] = useState<Place>('portals');
  const [error, retry] = useErrorBoundary();
  useEffect(() => bridge.onSnapshot(setSnapshot), []);
  useSeen(snapshot.revision);
  useEffect(() => {
    document.documentElement.lang = snapshot.language;
    document.documentElement.dir = snapshot.direction;
  }, [snapshot.language, snapshot.direction]);

  const open = (next: Place): void => {
    bridge.hold({ held: next !== 'portals' });
    setPlace(next);
  };
  const connect = (portal: string | null): void => {
    bridge.connectOpen({ portal });
    open('connect');
  };
  const back = (): void => open('portals');
  useEscape(place === 'portals' ? () => bridge.close() : back);

  const labels = first.labels;
  if (labels === null) return null;
  return (
    <LabelsContext.Provider value={labels}>
      {error ? (
        <Failed retry={retry} />
      ) : place === 'connect' ? (
        <Connect view={snapshot.connect} startAtLogin={snapshot.settings.startAtLogin} back={back} />
      ) : place === 'settings' ? (
        <Settings snapshot={snapshot} back={back} changeKey={connect} />
      ) : (
        <Portals snapshot={snapshot} connect={connect} openSettings={() => open('settings')} />
      )}
    </LabelsContext.Provider>
  );
}

/** Tells what has been seen: once it is painted, and only by a window that is in front. */
function useSeen(revision: number): void {
  useEffect(() => {
    const tell = (): void => {
      if (document.hasFocus()) bridge.seen({ revision });
    };
    const frame = requestAnimationFrame(tell);
    window.addEventListener('focus', tell);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('focus', tell);
    };
  }, [revision]);
}

function useEscape(leave: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) leave();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
