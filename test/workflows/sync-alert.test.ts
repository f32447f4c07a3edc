// A fresh read of one alert, taken into the log beside the watch.
import { Untrusted } from '../../src/domain/untrusted';
import type { LastChange } from '../../src/domain/stored-alert';
import { SYNC_TRIES, syncAlert } from '../../src/workflows/sync-alert';
import { alertId, anAlert, changed } from '../builders/alert';
import { OTHER_CHANNEL } from '../builders/click';
import { afterStart, SECOND } from '../builders/instants';
import { createRig, see, sendAllDue, storedNow, subscribe } from './workflow-rig';

const BY_ILSE: LastChange = { what: 'start', who: Untrusted.of('Ilse Brandt'), at: afterStart(0) };

async function rigWithCard() {
  const rig = createRig();
  await subscribe(rig);
  const alert = anAlert();
  await see(rig, alert);
  await sendAllDue(rig);
  return { rig, alert };
}

const updates = (rig: ReturnType<typeof createRig>) => rig.state.sends.filter((send) => send.kind === 'update');

describe('a fresh read', () => {
  it('with news is written down and redraws the cards', async () => {
    const { rig, alert } = await rigWithCard();
    const stored = await syncAlert(
      rig,
      changed(alert, { status: 'inProgress', lastUpdateDateTime: afterStart(0) }),
      null,
    );
    expect(stored).toMatchObject({ status: 'inProgress', lastChange: { what: 'elsewhere', who: null } });
    expect(updates(rig)).toHaveLength(1);
    expect(rig.wakes).toBe(1);
  });

  it('without news writes nothing', async () => {
    const { rig, alert } = await rigWithCard();
    expect(await syncAlert(rig, alert, null)).toMatchObject({ number: 1000 });
    expect(updates(rig)).toEqual([]);
    expect(rig.wakes).toBe(0);
  });

  it('of an alert that is not known gives nothing', async () => {
    const { rig } = await rigWithCard();
    expect(await syncAlert(rig, anAlert({ id: alertId(9) }), BY_ILSE)).toBeNull();
  });

  it('of a change of ours names its maker, even without news', async () => {
    const { rig, alert } = await rigWithCard();
    expect((await syncAlert(rig, alert, BY_ILSE))?.lastChange).toBe(BY_ILSE);
    expect(updates(rig)).toHaveLength(1);
  });

  it('keeps the subject when this read names none', async () => {
    const { rig, alert } = await rigWithCard();
    const before = await storedNow(rig, alert.id);
    const after = await syncAlert(
      rig,
      changed(alert, { subject: null, status: 'resolved', lastUpdateDateTime: afterStart(0) }),
      BY_ILSE,
    );
    expect(after?.alias).toBe(before.alias);
    expect(after?.subject).toEqual(before.subject);
  });

  it('that is older than what the watch saw meanwhile brings nothing back', async () => {
    const { rig, alert } = await rigWithCard();
    const ours = changed(alert, { status: 'inProgress', lastUpdateDateTime: afterStart(0) });
    await see(rig, changed(alert, { status: 'resolved', lastUpdateDateTime: afterStart(SECOND) }));
    expect(await syncAlert(rig, ours, BY_ILSE)).toMatchObject({ status: 'resolved' });
    expect((await storedNow(rig, alert.id)).status).toBe('resolved');
  });

  it('brings the alert to a channel that has no card of it yet', async () => {
    const { rig, alert } = await rigWithCard();
    await subscribe(rig, OTHER_CHANNEL);
    await syncAlert(rig, changed(alert, { status: 'inProgress', lastUpdateDateTime: afterStart(0) }), BY_ILSE);
    expect(rig.state.sends.filter((send) => send.channel === OTHER_CHANNEL)).toMatchObject([{ kind: 'post' }]);
  });

  it('is decided anew when the watch commits in between', async () => {
    const { rig, alert } = await rigWithCard();
    const ours = changed(alert, { status: 'inProgress', lastUpdateDateTime: afterStart(0) });
    const commit = rig.alertLog.commit.bind(rig.alertLog);
    rig.alertLog.commit = async (wanted) => {
      rig.alertLog.commit = commit;
      await see(rig, ours);
      return commit(wanted);
    };
    expect(await syncAlert(rig, ours, BY_ILSE)).toMatchObject({ status: 'inProgress', lastChange: { what: 'start' } });
  });

  it('gives up after a few tries and tells what is stored', async () => {
    const { rig, alert } = await rigWithCard();
    let tries = 0;
    rig.alertLog.commit = () => Promise.resolve({ firstSeen: 0, changed: 0, skipped: (tries += 1) });
    const stored = await syncAlert(
      rig,
      changed(alert, { status: 'resolved', lastUpdateDateTime: afterStart(0) }),
      BY_ILSE,
    );
    expect(stored).toMatchObject({ status: 'new' });
    expect(tries).toBe(SYNC_TRIES);
  });
});
