// Whom an alert is about, as a look finds out: one person keeps one alias, and two persons never become one.
import { BotError } from '../../src/domain/errors';
import { RESOLVES_PER_LOOK } from '../../src/workflows/watch-alerts';
import { alertId, anAlert, changed } from '../builders/alert';
import { afterStart, DAY, START_MS } from '../builders/instants';
import { identity, knownOnlyBy, objectIdOf, SUBJECT } from '../builders/people';
import { createRig, storedNow, watchOf } from './workflow-rig';

const DOWN = new BotError('timedOut', { from: 'graph' });
const OTHER_PERSON = identity({
  objectId: objectIdOf(0x77),
  userPrincipalName: 'jonas.wick@fabrikam.example',
  sid: 'S-1-12-1-77',
  displayName: 'Jonas Wick',
  accountName: 'jonas.wick',
});

async function lookAt(...alerts: ReturnType<typeof anAlert>[]) {
  const rig = createRig();
  rig.alertSource.put(...alerts);
  const { look } = await watchOf(rig);
  return { rig, look };
}

describe('a subject named without an object id', () => {
  it('is looked up in the directory and known by it from then on', async () => {
    const { rig, look } = await lookAt(anAlert({ subject: knownOnlyBy({ sid: SUBJECT.sid, displayName: 'M. Holt' }) }));
    await look();
    expect((await storedNow(rig, alertId(1))).subject).toMatchObject({
      objectId: SUBJECT.objectId,
      userPrincipalName: SUBJECT.userPrincipalName,
      displayName: 'M. Holt',
    });
  });

  it('keeps the alias it has when other evidence names it another way', async () => {
    const { rig, look } = await lookAt(
      anAlert({ id: alertId(1), subject: knownOnlyBy({ objectId: SUBJECT.objectId }) }),
      anAlert({ id: alertId(2), subject: knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName }) }),
    );
    await look();
    const [first, second] = [await storedNow(rig, alertId(1)), await storedNow(rig, alertId(2))];
    expect(first.alias).toMatch(/^[0-9A-Z]{4,}$/);
    expect(second.alias).toBe(first.alias);
  });

  it('is kept as named when the directory does not answer, and the card is not held up', async () => {
    const { rig, look } = await lookAt(anAlert({ subject: knownOnlyBy({ sid: SUBJECT.sid }) }));
    rig.analystDirectory.down = DOWN;
    await look();
    expect((await storedNow(rig, alertId(1))).subject).toMatchObject({ objectId: null, sid: SUBJECT.sid });
    expect(rig.logger.at('warn')).toHaveLength(1);
  });

  it('is asked for again by the next sweep, with its alias kept and no card touched', async () => {
    const { rig, look } = await lookAt(anAlert({ subject: knownOnlyBy({ sid: SUBJECT.sid }) }));
    rig.analystDirectory.down = DOWN;
    await look();
    await look();
    const before = await storedNow(rig, alertId(1));
    const sends = rig.state.sends.length;
    rig.analystDirectory.down = null;
    await look();
    expect((await storedNow(rig, alertId(1))).subject?.objectId).toBeNull();
    rig.clock.jumpTo(START_MS + DAY);
    await look();
    const after = await storedNow(rig, alertId(1));
    expect(after.subject?.objectId).toBe(SUBJECT.objectId);
    expect(after.alias).toBe(before.alias);
    expect(rig.state.sends).toHaveLength(sends);
  });

  it('is looked up for a bounded number of people in one look', async () => {
    const many = Array.from({ length: RESOLVES_PER_LOOK + 10 }, (_, index) =>
      anAlert({ id: alertId(index), subject: knownOnlyBy({ sid: `S-1-12-1-9-${index}` }) }),
    );
    const { rig, look } = await lookAt(...many);
    await look();
    expect(rig.analystDirectory.resolved).toHaveLength(RESOLVES_PER_LOOK);
    expect(rig.state.alerts).toHaveLength(RESOLVES_PER_LOOK + 10);
  });
});

describe('an alert whose evidence names another person than before', () => {
  it('does not make one person of the two', async () => {
    const alert = anAlert({ subject: SUBJECT });
    const { rig, look } = await lookAt(alert);
    await look();
    const former = await storedNow(rig, alert.id);
    rig.analystDirectory.people.push({ ...OTHER_PERSON, roles: [] });
    const subject = knownOnlyBy({ userPrincipalName: OTHER_PERSON.userPrincipalName });
    rig.alertSource.put(changed(alert, { subject, status: 'inProgress', lastUpdateDateTime: afterStart(0) }));
    await look();
    const now = await storedNow(rig, alert.id);
    expect(now.subject?.objectId).toBe(OTHER_PERSON.objectId);
    expect(now.alias).not.toBe(former.alias);
    expect(await rig.peopleBook.findByAlias(former.alias ?? '')).toMatchObject({
      objectId: SUBJECT.objectId,
      userPrincipalName: SUBJECT.userPrincipalName,
    });
  });

  it('keeps the known object id of the same person without asking anybody', async () => {
    const alert = anAlert({ subject: SUBJECT });
    const { rig, look } = await lookAt(alert);
    await look();
    const subject = knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName });
    rig.alertSource.put(changed(alert, { subject, status: 'inProgress', lastUpdateDateTime: afterStart(0) }));
    await look();
    expect((await storedNow(rig, alert.id)).subject?.objectId).toBe(SUBJECT.objectId);
    expect(rig.analystDirectory.resolved).toEqual([]);
  });
});
