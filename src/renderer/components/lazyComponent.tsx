import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that is rarely wanted, in a chunk of its own; `load` it before it is shown. */
type LazyComponent<Props> = FunctionComponent<Props> & { load: () => Promise<void> };

/** One that could not be loaded is tried again when it is shown, and then fails as a whole. */
export function lazyComponent<Props extends object>(
  read: () => Promise<FunctionComponent<Props>>,
): LazyComponent<Props> {
  let Component: FunctionComponent<Props> | null = null;
  const load = async (): Promise<void> => {
    Component ??= await read();
  };
  const show: FunctionComponent<Props> = (props) => {
    const [failure, setFailure] = useState<unknown>(null);
    const [, redraw] = useState(false);
    useEffect(() => {
      if (Component === null) load().then(() => redraw(true), setFailure);
    }, []);
    if (failure !== null) throw failure;
    return Component === null ? null : <Component {...props} />;
  };
  return Object.assign(show, { load });
}
