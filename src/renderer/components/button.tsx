import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** `id`: by which the focus comes back to it. `describedBy`: what it is about, where its name does not say. */
type ButtonParts = { onClick: () => void; id?: string; describedBy?: string | undefined };

/** A labelled button: a verb and its object. */
export function Button({
  children,
  kind = '',
  icon,
  ...parts
}: ButtonParts & { children: ComponentChildren; kind?: string; icon?: IconName }) {
  return (
    <button class={`button ${kind}`} {...attributesOf(parts)}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that is only an icon; its label is its name and its hint. */
export function IconButton({ icon, label, ...parts }: ButtonParts & { icon: IconName; label: string }) {
  return (
    <button class="icon-button" aria-label={label} title={label} {...attributesOf(parts)}>
      <Icon name={icon} />
    </button>
  );
}

function attributesOf({ onClick, describedBy, id }: ButtonParts) {
  return { type: 'button', onClick: () => onClick(), 'aria-describedby': describedBy, id } as const;
}
