import type { Scenario } from '../scenario.ts';
import { addressRefused } from './addressRefused.ts';
import { authentication } from './authentication.ts';
import { cancelledStays } from './cancelledStays.ts';
import { cancelledVanishes } from './cancelledVanishes.ts';
import { connectionCut } from './connectionCut.ts';
import { crash } from './crash.ts';
import { download } from './download.ts';
import { downloadGone } from './downloadGone.ts';
import { downloadRedirected } from './downloadRedirected.ts';
import { dumpLimited } from './dumpLimited.ts';
import { dumpRefused } from './dumpRefused.ts';
import { dumpStandalone } from './dumpStandalone.ts';
import { endless } from './endless.ts';
import { failure } from './failure.ts';
import { failureAfterSuccess } from './failureAfterSuccess.ts';
import { frozen } from './frozen.ts';
import { gatewayDown } from './gatewayDown.ts';
import { happyDataStore } from './happyDataStore.ts';
import { happyDocuments } from './happyDocuments.ts';
import { history } from './history.ts';
import { historyEmpty } from './historyEmpty.ts';
import { hotel } from './hotel.ts';
import { keyEndsSoon } from './keyEndsSoon.ts';
import { keyExpired } from './keyExpired.ts';
import { keyScoped } from './keyScoped.ts';
import { keySwitchedOff } from './keySwitchedOff.ts';
import { lockFailsOnce } from './lockFailsOnce.ts';
import { movedHost } from './movedHost.ts';
import { neverPickedUp } from './neverPickedUp.ts';
import { noJob } from './noJob.ts';
import { notAdministrator } from './notAdministrator.ts';
import { oldResult } from './oldResult.ts';
import { ownersKey } from './ownersKey.ts';
import { rateLimited } from './rateLimited.ts';
import { retryAfter } from './retryAfter.ts';
import { replaced } from './replaced.ts';
import { replacedUnseen } from './replacedUnseen.ts';
import { restore } from './restore.ts';
import { schedule } from './schedule.ts';
import { scheduleDisappears } from './scheduleDisappears.ts';
import { scheduleNeverFired } from './scheduleNeverFired.ts';
import { slow } from './slow.ts';
import { suspended } from './suspended.ts';
import { thirdParty } from './thirdParty.ts';
import { tomorrow } from './tomorrow.ts';
import { unpaid } from './unpaid.ts';
import { vanishedArchived } from './vanishedArchived.ts';
import { vanishedLost } from './vanishedLost.ts';
import { version240 } from './version240.ts';
import { version350 } from './version350.ts';
import { version370 } from './version370.ts';
import { warning } from './warning.ts';
import { workspace } from './workspace.ts';
import { workspacePascalCase } from './workspacePascalCase.ts';

/** Every scenario, in the order of the API note's list. */
export const scenarios: Scenario[] = [
  noJob,
  neverPickedUp,
  happyDataStore,
  happyDocuments,
  thirdParty,
  failure,
  crash,
  failureAfterSuccess,
  warning,
  cancelledVanishes,
  cancelledStays,
  vanishedArchived,
  vanishedLost,
  frozen,
  replaced,
  replacedUnseen,
  oldResult,
  dumpRefused,
  dumpLimited,
  dumpStandalone,
  download,
  downloadRedirected,
  downloadGone,
  restore,
  authentication,
  keyExpired,
  keySwitchedOff,
  keyScoped,
  notAdministrator,
  unpaid,
  suspended,
  rateLimited,
  retryAfter,
  lockFailsOnce,
  gatewayDown,
  connectionCut,
  slow,
  endless,
  hotel,
  addressRefused,
  version370,
  version350,
  version240,
  tomorrow,
  movedHost,
  history,
  historyEmpty,
  schedule,
  scheduleNeverFired,
  scheduleDisappears,
  workspace,
  workspacePascalCase,
  keyEndsSoon,
  ownersKey,
];

/** The scenarios that a person means by a name, the beginning of one, or a number. */
export function findScenarios(wanted: string): Scenario[] {
  const exact = scenarios.filter(({ name, number }) => name === wanted || String(number) === wanted);
  return exact.length > 0 ? exact : scenarios.filter(({ name }) => wanted !== '' && name.startsWith(wanted));
}
