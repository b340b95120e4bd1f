/** What a click on a notice, or on one of its buttons, does. */
export type NotificationAction =
  | { do: 'openWindow' }
  | { do: 'openLink'; portal: string }
  | { do: 'copyLink'; portal: string }
  | { do: 'openPage'; portal: string };

/** A notice as plain data: what a notification server is asked to show. */
export type NotificationText = {
  /** A newer notice with the same tag takes the place of the older one. */
  tag: string;
  title: string;
  body: string;
  /** Critical ones stay until they are dismissed. */
  urgency: 'low' | 'normal' | 'critical';
  click: NotificationAction;
  buttons: Array<{ label: string; action: NotificationAction }>;
};

/** What of a notice depends on its news. */
export type NotificationDetail = Omit<NotificationText, 'tag' | 'title'>;
