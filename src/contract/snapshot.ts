import type { Command } from '../core/event.ts';
import type { Labels } from './labels.ts';

/**
 * What the window shows: finished strings and the shapes to draw. It is made by `present`, checked on its way out by
 * `schemas`, and drawn by the renderer as it is. No key, no link and no server address that could be opened is in it.
 */
export type Snapshot = {
  /** Counts up; the renderer answers with it once it has painted, so that "seen" means seen. */
  revision: number;
  language: string;
  direction: 'ltr' | 'rtl';
  theme: 'system' | 'light' | 'dark';
  /** The fixed words of the window; with the first snapshot of a window only, null afterwards. */
  labels: Labels | null;
  headline: Headline;
  banners: Banner[];
  portals: PortalRow[];
  paused: boolean;
  connect: ConnectView;
  settings: SettingsView;
};

/** State by shape: `percent` fills the running ring. */
export type Glyph =
  | { shape: 'idle' | 'uploading' | 'finished' | 'failed' | 'attention' | 'offline' | 'paused' | 'now' }
  | { shape: 'running'; percent: number };

export type Tone = 'calm' | 'accent' | 'warn' | 'danger';

export type Headline = { title: string; detail: string; glyph: Glyph; tone: Tone };

/** Something said once, above the list or in a form. */
export type Banner = { tone: Tone; fact: string; next: string };

/** What a button of a portal means: a command with the backup that it was shown for, or a view of the window. */
export type PortalAction = OutsideCommand | { type: 'changeKey' | 'certificate' | 'settings' };

/** Commands that lead out of the window. */
export type OutsideCommand = Extract<Command, { type: 'openLink' | 'copyLink' | 'openPage' | 'openPortal' }>;

export type PortalButton = { action: PortalAction; label: string; weight: 'main' | 'plain' };

export type PortalRow = {
  id: string;
  name: string;
  /** Tells portals of the same name apart. */
  host: string;
  glyph: Glyph;
  tone: Tone;
  /** "42 %" beside the name. */
  figure: string | null;
  state: string;
  time: string | null;
  progress: { now: number; text: string; plateau: boolean } | null;
  why: { reason: string; next: string | null } | null;
  /** "Link works until …": with a clock where it is the thing to know. */
  expiry: string | null;
  last: string | null;
  /** The other of its two backups, where the whole server is watched too: "Whole server: backing up 42 %". */
  also: string | null;
  /** Facts of a portal that is alone in the window. */
  facts: Array<{ term: string; detail: string }>;
  buttons: PortalButton[];
  /** The question before removing, with its name in it. */
  removal: string;
  /** Marked for ever: what goes there can be read on the way. */
  mark: string | null;
  /** Where the whole server can be watched too: whether it is, and what is to be known of it. */
  server: { on: boolean; note: string } | null;
};

export type Check = { tone: Tone; glyph: Glyph; prefix: string; fact: string; detail: string | null };

export type ConnectView = {
  stage: 'form' | 'checking' | 'consent' | 'refused' | 'connected';
  checks: Check[];
  /** A refusal of one field takes the place of its hint. */
  addressError: string | null;
  keyError: string | null;
  note: Banner | null;
  /** The button that agrees to a risk, saying what it does. */
  consent: string | null;
  /** The portal that is connected now. */
  connected: string | null;
  /** The certificate that is to be agreed to. */
  certificate: { facts: Array<{ term: string; detail: string }>; fingerprint: string } | null;
  /** Offered after the first portal. */
  offersStartAtLogin: boolean;
};

export type SettingsView = {
  startAtLogin: boolean;
  canStartAtLogin: boolean;
  version: string;
  /** The proxies that ask for a user name and a password, or for which they are kept. */
  proxies: ProxySetting[];
};

/** `proxy`: its origin; `note`: what it wants now. */
export type ProxySetting = { proxy: string; name: string; kept: boolean; note: string | null };
