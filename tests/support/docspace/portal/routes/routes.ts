import type { Route } from '../route.ts';
import { cancelRoute } from './cancel.ts';
import { countByPaidRoute, countRoute } from './count.ts';
import { historyRoute } from './history.ts';
import { keyRoute } from './key.ts';
import { loginRoute, loginStateRoute } from './login.ts';
import { progressRoute } from './progress.ts';
import { restoreProgressRoute } from './restoreProgress.ts';
import { scheduleRoute } from './schedule.ts';
import { selfRoute } from './self.ts';
import { serviceStateRoute } from './serviceState.ts';
import { buildRoute, settingsRoute } from './settings.ts';
import { startRoute } from './start.ts';

/** The endpoints of DocSpace that are played. */
export const routes: Route[] = [
  settingsRoute,
  buildRoute,
  selfRoute,
  keyRoute,
  loginRoute,
  loginStateRoute,
  progressRoute,
  historyRoute,
  scheduleRoute,
  countRoute,
  countByPaidRoute,
  serviceStateRoute,
  startRoute,
  cancelRoute,
  restoreProgressRoute,
];
