// A bot that is asked for lists of alerts.
import type { Alert } from '../../src/domain/alert';
import type { ListSlots } from '../../src/domain/command';
import type { AlertListView } from '../../src/domain/disclose-list';
import type { PersonIdentity } from '../../src/domain/person';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import { listAlerts, type AlertListAsk } from '../../src/workflows/list-alerts';
import { alertId, anAlert } from '../builders/alert';
import { CHANNEL } from '../builders/click';
import { afterStart, HOUR, MINUTE } from '../builders/instants';
import { ANALYST, identity, INVESTIGATOR, objectIdOf, SUBJECT } from '../builders/people';
import { FakePeopleFinder } from '../fakes/fake-people-finder';
import { createRig, see } from './workflow-rig';

export type Asker = typeof ANALYST;

export const asAsker = (person: Asker) => ({ ...person, objectId: person.objectId ?? '' });

export function createListRig() {
  const rig = createRig();
  const peopleFinder = new FakePeopleFinder([SUBJECT, INVESTIGATOR, ANALYST]);
  const deps = { ...rig, peopleFinder };
  let seen = 0;
  /** Each raised a minute before the one put down before it. */
  const put = (over: Partial<Alert> = {}) => {
    seen += 1;
    return see(rig, anAlert({ id: alertId(seen), createdDateTime: afterStart(-HOUR - seen * MINUTE), ...over }));
  };
  const ask = (slots: ListSlots, over: Partial<AlertListAsk> & { kind?: 'channel' | 'personal' } = {}) => {
    const { kind = 'channel', ...rest } = over;
    const place = { kind, channel: kind === 'channel' ? CHANNEL : 'a:chat' };
    return listAlerts(deps, { slots, from: 1, timeZone: 'UTC', asker: asAsker(ANALYST), place, ...rest });
  };
  const view = async (...of: Parameters<typeof ask>): Promise<AlertListView> => {
    const outcome = await ask(...of);
    if (!('view' in outcome)) throw new Error(`not answered but ${JSON.stringify(outcome)}`);
    return outcome.view;
  };
  const numbers = async (...of: Parameters<typeof ask>) => (await view(...of)).alerts.map(({ number }) => number);
  const aliasOf = async (person: PersonIdentity) => `Person ${(await rig.peopleBook.enrol([person]))[0]?.alias}`;
  return { ...rig, deps, peopleFinder, put, ask, view, numbers, aliasOf };
}

export const text = (value: unknown) => (value instanceof Untrusted ? toGraphValue(value) : value);
export const person = (seed: number) =>
  identity({ objectId: objectIdOf(seed), userPrincipalName: `p${seed}@fabrikam.example`, sid: null });
