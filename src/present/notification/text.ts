import type { Action } from '../action.ts';

/** A notification as plain data: what a notification server is asked to show. */
export type NotificationText = {
  /** A newer notification with the same tag takes the place of the older one. */
  tag: string;
  title: string;
  body: string;
  /** Critical ones stay until they are dismissed. */
  urgency: 'low' | 'normal' | 'critical';
  click: Action;
  buttons: Array<{ label: string; action: Action }>;
};

/** What of a notification depends on its news. */
export type NotificationDetail = Omit<NotificationText, 'tag' | 'title'>;
