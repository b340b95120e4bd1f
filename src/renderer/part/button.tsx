import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Does = { does: () => void; describedBy?: string | undefined };

/** A labelled button: a verb and its object. */
export function Button({
  children,
  kind = '',
  icon,
  does,
  describedBy,
  id,
}: Does & { children: ComponentChildren; kind?: string; icon?: IconName; id?: string }) {
  return (
    <button class={`button ${kind}`} type="button" onClick={does} aria-describedby={describedBy} id={id}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that is only an icon; its label is its name and its hint. */
export function IconButton({ icon, label, does, describedBy }: Does & { icon: IconName; label: string }) {
  return (
    <button
      class="icon-button"
      type="button"
      aria-label={label}
      title={label}
      onClick={does}
      aria-describedby={describedBy}
    >
      <Icon name={icon} />
    </button>
  );
}
