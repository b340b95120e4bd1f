import type { Event } from '../../core/event.ts';
import { assertNever } from '../../core/base/result.ts';
import type { MenuAction } from '../../present/menu.ts';
import type { NotificationAction } from '../../present/notification/text.ts';

/** What a line of the menu, a notice or one of its buttons does. */
export function createActions(
  dispatch: (event: Event) => void,
  openWindow: () => void,
  quit: () => void,
): (action: MenuAction | NotificationAction) => void {
  return (action) => {
    switch (action.do) {
      case 'openWindow':
        return openWindow();
      case 'openLink':
      case 'copyLink':
      case 'openPage':
        return dispatch({ type: action.do, portal: action.portal });
      case 'checkNow':
        return dispatch({ type: 'checkNow', portal: null });
      case 'pause':
        return dispatch({ type: 'paused', until: Infinity });
      case 'resume':
        return dispatch({ type: 'resumed' });
      case 'quit':
        return quit();
      default:
        return assertNever(action);
    }
  };
}
