/** What a click on a notice, or on one of its buttons, does. */
export type NoticeAction =
  | { do: 'openWindow' }
  | { do: 'openLink'; portal: string }
  | { do: 'copyLink'; portal: string }
  | { do: 'openPage'; portal: string };

/** A notice as plain data: what a notification server is asked to show. */
export type NoticeText = {
  /** A newer notice with the same tag takes the place of the older one. */
  tag: string;
  title: string;
  body: string;
  /** Critical ones stay until they are dismissed. */
  urgency: 'low' | 'normal' | 'critical';
  click: NoticeAction;
  buttons: Array<{ label: string; action: NoticeAction }>;
};

/** What of a notice depends on its news. */
export type NoticeDetail = Omit<NoticeText, 'tag' | 'title'>;
