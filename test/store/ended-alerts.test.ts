// Rows from before there was a column for it: from when their retention counts is looked up.
import { changed } from '../builders/alert';
import { afterStart, HOUR } from '../builders/instants';
import { commitAlert, decidedAgain } from '../contracts/decisions';
import { databaseKinds, eachGround, type StoreOverDatabase } from '../contracts/store-over-database';

const DAY = 24 * HOUR;

async function forgetEnds({ context }: StoreOverDatabase): Promise<void> {
  await context.database.change((connection) => connection.updateTable('alerts').set({ ended_at: null }).execute());
}

describe.each(databaseKinds())('alerts that ended before it was noted, $name', ({ prepare }) => {
  const ground = eachGround(prepare);

  it.each([
    ['the time that Graph gives', { resolvedDateTime: afterStart(-3 * HOUR) }, -3 * HOUR],
    ['when it was seen to become resolved', { resolvedDateTime: null }, -HOUR],
  ])('count from %s', async (_what, resolved, endedAt) => {
    const store = await ground().open();
    const open = await commitAlert(store, 1, { lastUpdateDateTime: afterStart(-5 * HOUR) });
    const ended = changed(open, { status: 'resolved', lastUpdateDateTime: afterStart(-HOUR), ...resolved });
    await store.alertLog.commit({ decisions: [decidedAgain(open, ended)] });
    await forgetEnds(store);
    store.clock.now += DAY + endedAt - 1;
    expect(await store.retention.reduce(1, 10, store.clock.now)).toBe(0);
    await forgetEnds(store);
    store.clock.now += 1;
    expect(await store.retention.reduce(1, 10, store.clock.now)).toBe(1);
  });

  it('count from when the bot first saw them, where nothing else is known', async () => {
    const store = await ground().open();
    await commitAlert(store, 1, { status: 'resolved', resolvedDateTime: null });
    await forgetEnds(store);
    store.clock.now += DAY;
    expect(await store.retention.reduce(1, 10, store.clock.now)).toBe(1);
  });

  it('count from now on when Graph lost them at a time nobody noted', async () => {
    const store = await ground().open();
    const alert = await commitAlert(store, 1);
    await store.alertLog.commit({ decisions: [], gone: [alert.id] });
    await forgetEnds(store);
    store.clock.now += 5 * DAY;
    expect(await store.retention.reduce(1, 10, store.clock.now)).toBe(0);
    store.clock.now += DAY;
    expect(await store.retention.reduce(1, 10, store.clock.now)).toBe(1);
  });
});
