import { useEffect } from 'preact/hooks';
import { bridge } from '../bridge.ts';

/** Tells what has been seen: once it is painted, and only by a window that is in front. */
export function useSeen(revision: number): void {
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
