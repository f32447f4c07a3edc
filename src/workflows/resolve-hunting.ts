// A question as it was read becomes one of which nothing is left to find out: persons, alerts, labels and types by
// their ids, words about time as instants.
import type { HuntingSlots } from '../domain/command';
import type { AskedWords } from '../domain/hunting-answer';
import { failureOfError, type HuntFailure, type HuntRefusal } from '../domain/hunting-failure';
import { topOf, unanswerableSlot, type HuntingQuestion } from '../domain/hunting-question';
import { huntingWindow, windowAround, type HuntingWindow } from '../domain/hunting-window';
import { isDeviceName, isHost, isPlainName } from '../domain/kql-literal';
import { isErased, isSamePerson } from '../domain/person';
import { BUILT_IN_INFO_TYPES, findInfoType, type SensitiveInfoType } from '../domain/sensitive-info-types';
import { findLabel, labelIds, labelNames, type LabelPath, type SensitivityLabel } from '../domain/sensitivity-label';
import type { StoredAlert } from '../domain/stored-alert';
import { Untrusted } from '../domain/untrusted';
import type { AlertLog } from '../ports/alert-log';
import type { Clock } from '../ports/clock';
import type { Hunting } from '../ports/hunting';
import type { HuntingAsk } from './answer-hunting';
import { personNamed, personOfAlert, type HuntedPerson, type HuntingPersonDeps } from './hunting-person';
import { findAlert } from './show-alert';

export interface ResolveHuntingDeps extends HuntingPersonDeps {
  alertLog: AlertLog;
  hunting: Pick<Hunting, 'labels'>;
  clock: Clock;
}

/** How many of the tenant's labels are named to choose from. */
export const LABELS_NAMED_MAX = 20;

export interface ResolvedHunt {
  question: HuntingQuestion;
  window: HuntingWindow;
  asked: AskedWords;
  labelNames: ReadonlyMap<string, string>;
}

/** Ends the resolution with what is said instead of an answer. */
class Stopped extends Error {
  constructor(readonly because: { refusal: HuntRefusal } | { failure: HuntFailure }) {
    super('the question stops here');
  }
}

const refuse = (refusal: HuntRefusal): never => {
  throw new Stopped({ refusal });
};

/** Runs a look-up whose failure is a failure of the question. */
async function lookUp<T>(call: Promise<T>, permission: 'SensitivityLabel.Read' | 'User.Read.All'): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const failure = failureOfError(error, permission);
    throw failure === null ? error : new Stopped({ failure });
  }
}

function checkSlots(slots: HuntingSlots): void {
  const unanswerable = unanswerableSlot(slots);
  if (unanswerable !== null) refuse({ code: 'notAnswerable', slot: unanswerable });
  const { targetDomain, device, department } = slots;
  if (targetDomain !== undefined && !isHost(targetDomain)) refuse({ code: 'slotUnusable', slot: 'targetDomain' });
  if (device !== undefined && !isDeviceName(device)) refuse({ code: 'slotUnusable', slot: 'device' });
  if (department !== undefined && !isPlainName(department)) refuse({ code: 'slotUnusable', slot: 'department' });
}

function infoTypeOf({ sensitiveInfoType }: HuntingSlots): SensitiveInfoType | null {
  if (sensitiveInfoType === undefined) return null;
  const known = BUILT_IN_INFO_TYPES.map(({ name }) => name);
  return findInfoType(sensitiveInfoType) ?? refuse({ code: 'infoTypeUnknown', known });
}

async function alertOf({ alertLog }: ResolveHuntingDeps, ask: HuntingAsk): Promise<StoredAlert | null> {
  const { alert: reference } = ask.slots;
  if (reference === undefined) return null;
  const alert = await findAlert(alertLog, reference);
  if (alert === null) return refuse({ code: 'alertUnknown' });
  return alert.subject !== null && isSamePerson(alert.subject, ask.asker) ? refuse({ code: 'isSubject' }) : alert;
}

async function personOf(
  deps: ResolveHuntingDeps,
  ask: HuntingAsk,
  alert: StoredAlert | null,
): Promise<HuntedPerson | null> {
  const { account } = ask.slots;
  if (account === undefined && alert === null) return null;
  const subject = alert?.subject && !isErased(alert.subject) ? alert.subject : null;
  if (account === undefined && subject === null) return refuse({ code: 'alertWithoutPerson' });
  const meant =
    account === undefined && subject !== null
      ? personOfAlert(deps, subject, ask.asker)
      : personNamed(deps, account ?? '', ask.asker, ask.viewer);
  const person = await lookUp(meant, 'User.Read.All');
  return 'refusal' in person ? refuse(person.refusal) : person.person;
}

function windowOf(ask: HuntingAsk, alert: StoredAlert | null, now: number): HuntingWindow {
  const { window, compare = false } = ask.slots;
  const first = alert?.firstActivityDateTime ?? alert?.createdDateTime ?? null;
  const last = alert?.lastActivityDateTime ?? first;
  const around = first === null || last === null ? null : windowAround(first, last);
  return huntingWindow(window ?? around, compare, now) ?? refuse({ code: 'windowBeyondReach' });
}

/** The labels are asked for only where a question needs them; naming groups alone may do without. */
async function labelsOf(deps: ResolveHuntingDeps, slots: HuntingSlots): Promise<readonly SensitivityLabel[]> {
  if (slots.label !== undefined) return lookUp(deps.hunting.labels(), 'SensitivityLabel.Read');
  if (slots.groupBy !== 'label') return [];
  return lookUp(deps.hunting.labels(), 'SensitivityLabel.Read').catch((error: unknown) => {
    if (error instanceof Stopped) return [];
    throw error;
  });
}

function labelOf(labels: readonly SensitivityLabel[], { label }: HuntingSlots): LabelPath | null {
  if (label === undefined) return null;
  const search = findLabel(labels, label);
  if ('found' in search) return search.found;
  return refuse({ code: 'labelUnknown', labels: search.candidates.slice(0, LABELS_NAMED_MAX).map(Untrusted.of) });
}

async function resolve(deps: ResolveHuntingDeps, ask: HuntingAsk): Promise<ResolvedHunt> {
  const { slots, timeZone, widened } = ask;
  checkSlots(slots);
  const infoType = infoTypeOf(slots);
  const alert = await alertOf(deps, ask);
  const person = await personOf(deps, ask, alert);
  const window = windowOf(ask, alert, deps.clock.now());
  const labels = await labelsOf(deps, slots);
  const label = labelOf(labels, slots);
  const question: HuntingQuestion = {
    counts: slots.anomalousOnly === true ? 'behaviors' : 'events',
    window: window.window,
    previous: window.previous,
    timeZone,
    activity: slots.activity ?? null,
    targetDomain: slots.targetDomain ?? null,
    labelIds: label && labelIds(label.label),
    person: person && person.question,
    department: slots.department ?? null,
    device: slots.device ?? null,
    sensitiveInfoTypeId: infoType && infoType.id,
    dlpOutcome: slots.dlpOutcome ?? null,
    groupBy: slots.groupBy === 'severity' ? null : (slots.groupBy ?? null),
    top: topOf(slots),
  };
  const asked: AskedWords = {
    label: label && label.path,
    sensitiveInfoType: infoType && infoType.name,
    alertNumber: alert && alert.number,
    person: person && { alias: person.alias, name: person.name },
    widened,
  };
  return { question, window, asked, labelNames: labelNames(labels) };
}

/** What stops a question is said instead of thrown; only a store that fails throws BotError. */
export async function resolveHunting(
  deps: ResolveHuntingDeps,
  ask: HuntingAsk,
): Promise<ResolvedHunt | { refusal: HuntRefusal } | { failure: HuntFailure }> {
  try {
    return await resolve(deps, ask);
  } catch (error) {
    if (error instanceof Stopped) return error.because;
    throw error;
  }
}
