import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A screen that is rarely wanted, in a chunk of its own; `load` it before it is shown. */
type LazyScreen<Props> = FunctionComponent<Props> & { load: () => Promise<void> };

/** One that could not be loaded is tried again when it is shown, and then fails as a whole. */
export function lazyScreen<Props extends object>(
  read: () => Promise<FunctionComponent<Props>>,
): LazyScreen<Props> {
  let Screen: FunctionComponent<Props> | null = null;
  const load = async (): Promise<void> => {
    Screen ??= await read();
  };
  const show: FunctionComponent<Props> = (props) => {
    const [failure, setFailure] = useState<unknown>(null);
    const [, redraw] = useState(false);
    useEffect(() => {
      if (Screen === null) load().then(() => redraw(true), setFailure);
    }, []);
    if (failure !== null) throw failure;
    return Screen === null ? null : <Screen {...props} />;
  };
  return Object.assign(show, { load });
}
