// One look at Graph: what is read, what is written down, what is posted, and where the watermark stands afterwards.
import { BotError } from '../../src/domain/errors';
import { instantFromMs } from '../../src/domain/instant';
import { Untrusted } from '../../src/domain/untrusted';
import { SLICE_PAGES, SLICES_PER_LOOK } from '../../src/workflows/watch-alerts';
import { WATCH_LEASE } from '../../src/workflows/watch-loop';
import { alertId, anAlert, changed } from '../builders/alert';
import { CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { afterStart, DAY, HOUR, MINUTE, SECOND, START_MS } from '../builders/instants';
import { createRig, storedNow, subscribe, watchOf } from './workflow-rig';

/** A rig whose first read and first sweep are over, with one subscribed channel. */
async function runningRig(settings: Parameters<typeof watchOf>[1] = {}) {
  const rig = createRig();
  await subscribe(rig);
  const { look } = await watchOf(rig, settings);
  await look();
  await look();
  rig.alertSource.slices.length = 0;
  return { rig, look };
}

const posts = (rig: ReturnType<typeof createRig>) =>
  rig.state.sends.filter((send) => send.kind === 'post').map((send) => [send.alertNumber, send.channel]);

describe('the first read', () => {
  it('numbers everything of 30 days from 1000 up and posts what was raised within the lookback', async () => {
    const rig = createRig();
    await subscribe(rig);
    const old = { createdDateTime: afterStart(-3 * DAY), lastUpdateDateTime: afterStart(-3 * DAY) };
    rig.alertSource.put(anAlert({ id: alertId(1), ...old }), anAlert({ id: alertId(2) }));
    const { look } = await watchOf(rig);
    await expect(look()).resolves.toMatchObject({ kind: 'first', read: 2, firstSeen: 2 });
    expect(await storedNow(rig, alertId(1))).toMatchObject({ number: 1000, backlog: true });
    expect(await storedNow(rig, alertId(2))).toMatchObject({ number: 1001, backlog: false });
    expect(posts(rig)).toEqual([[1001, CHANNEL]]);
    expect(rig.metrics.seen).toBe(2);
  });

  it('is followed by a sweep of every product', async () => {
    const rig = createRig();
    const { look } = await watchOf(rig);
    await look();
    await expect(look()).resolves.toMatchObject({ kind: 'sweep' });
    await expect(look()).resolves.toMatchObject({ kind: 'overlap' });
  });

  it('measures backlog from Graph’s clock, ten minutes away from ours', async () => {
    const rig = createRig();
    await subscribe(rig);
    rig.clock.jumpTo(START_MS + 10 * MINUTE);
    rig.alertSource.put(anAlert({ createdDateTime: afterStart(-DAY) }));
    await (await watchOf(rig)).look();
    expect(posts(rig)).toHaveLength(1);
    expect(rig.state.watch.firstReadAt).toBe(afterStart(0));
  });

  it('that fails midway is begun anew, and what it found as backlog stays backlog', async () => {
    const rig = createRig();
    await subscribe(rig);
    rig.alertSource.put(anAlert({ createdDateTime: afterStart(-3 * DAY) }));
    rig.alertSource.failNext(new BotError('unavailable', { from: 'graph', status: 503 }));
    const { look } = await watchOf(rig);
    await expect(look()).rejects.toMatchObject({ code: 'unavailable' });
    expect(rig.state.watch).toMatchObject({ firstReadDone: false, watermark: null });
    await expect(look()).resolves.toMatchObject({ kind: 'first' });
    expect(posts(rig)).toEqual([]);
  });

  it('of an empty tenant sets the watermark to Graph’s time', async () => {
    const rig = createRig();
    await (await watchOf(rig)).look();
    expect(rig.state.watch).toMatchObject({ firstReadDone: true, watermark: afterStart(0) });
  });
});

describe('an alert first seen later', () => {
  it('is posted though its dates are old', async () => {
    const { rig, look } = await runningRig();
    const old = { createdDateTime: afterStart(-20 * DAY), lastUpdateDateTime: afterStart(-29 * MINUTE) };
    rig.alertSource.put(anAlert(old));
    await look();
    expect(posts(rig)).toEqual([[1000, CHANNEL]]);
  });

  it('is written down without a card when it is resolved', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.put(anAlert({ status: 'resolved' }));
    await look();
    expect((await storedNow(rig, alertId(1))).number).toBe(1000);
    expect(posts(rig)).toEqual([]);
  });

  it('is posted as if high where its severity is not given', async () => {
    const { rig, look } = await runningRig();
    await subscribe(rig, OTHER_CHANNEL, { severity: ['high'], policy: null });
    rig.alertSource.put(anAlert({ severity: null }), anAlert({ id: alertId(2), severity: 'low' }));
    await look();
    expect(posts(rig)).toContainEqual([1000, OTHER_CHANNEL]);
    expect(posts(rig)).not.toContainEqual([1001, OTHER_CHANNEL]);
  });

  it('is taken together with another of exactly the watermark’s time', async () => {
    const { rig, look } = await runningRig();
    const lastUpdateDateTime = afterStart(0);
    rig.alertSource.put(anAlert({ id: alertId(1), lastUpdateDateTime }));
    await look();
    rig.alertSource.put(anAlert({ id: alertId(2), lastUpdateDateTime }));
    await look();
    expect(posts(rig)).toHaveLength(2);
  });

  it('is written down once, however often it is read', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.put(anAlert());
    await look();
    await expect(look()).resolves.toMatchObject({ read: 1, firstSeen: 0, changed: 0 });
    expect(posts(rig)).toHaveLength(1);
    expect(rig.metrics.seen).toBe(1);
  });

  it('more than the overlap late is found by the daily sweep', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.put(anAlert({ lastUpdateDateTime: afterStart(-5 * HOUR) }));
    await look();
    expect(posts(rig)).toEqual([]);
    rig.clock.jumpTo(START_MS + DAY);
    await expect(look()).resolves.toMatchObject({ kind: 'sweep', firstSeen: 1 });
    expect(posts(rig)).toHaveLength(1);
  });
});

describe('the watermark', () => {
  it('is the newest update seen', async () => {
    const { rig, look } = await runningRig();
    rig.clock.jumpTo(START_MS + HOUR);
    rig.alertSource.put(anAlert({ lastUpdateDateTime: afterStart(MINUTE) }));
    await look();
    expect(rig.state.watch.watermark).toBe(afterStart(MINUTE));
  });

  it('never goes back', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.put(anAlert({ lastUpdateDateTime: afterStart(-HOUR) }));
    await look();
    expect(rig.state.watch.watermark).toBe(afterStart(0));
  });

  it('never passes our own clock: an alert dated in the future hides none that follow', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.put(anAlert({ lastUpdateDateTime: afterStart(5 * DAY) }));
    await look();
    expect(rig.state.watch.watermark).toBe(afterStart(0));
    rig.alertSource.put(anAlert({ id: alertId(2), lastUpdateDateTime: afterStart(SECOND) }));
    await look();
    expect(posts(rig)).toHaveLength(2);
  });

  it('stays where it was when a look fails', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.put(anAlert({ lastUpdateDateTime: afterStart(SECOND) }));
    rig.alertSource.failNext(new BotError('timedOut', { from: 'graph' }));
    await expect(look()).rejects.toMatchObject({ code: 'timedOut' });
    expect(rig.state.watch.watermark).toBe(afterStart(0));
    expect(rig.state.alerts).toEqual([]);
  });

  it('is not moved by a watcher whose lease another one holds by now', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.put(anAlert());
    await rig.leases.release({ name: WATCH_LEASE, epoch: 1 }, 'this process');
    await rig.leases.acquire(WATCH_LEASE, 'another process', MINUTE, rig.clock.now());
    await expect(look()).rejects.toMatchObject({ code: 'leaseLost' });
    expect(rig.state.alerts).toEqual([]);
  });
});

describe('a window of too many pages', () => {
  const crowd = (count: number, everyMs: number) =>
    Array.from({ length: count }, (_, index) =>
      anAlert({ id: alertId(index), lastUpdateDateTime: afterStart(-HOUR + index * everyMs) }),
    );

  it('is halved, oldest half first, until each slice can be read whole', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.pageSize = 1;
    rig.alertSource.put(...crowd(3 * SLICE_PAGES, MINUTE));
    rig.clock.jumpTo(START_MS + HOUR);
    await expect(look()).resolves.toMatchObject({ firstSeen: 3 * SLICE_PAGES });
    const bounds = rig.alertSource.slices.map(({ from, to }) => ({ from, to }));
    expect(bounds.length).toBeGreaterThan(3);
    const whole = bounds.filter((slice) => !bounds.some((other) => other !== slice && isInside(other, slice)));
    whole.slice(1).forEach((slice, index) => expect(slice.from).toBe(whole[index]?.to));
    expect(whole.at(-1)?.to).toBeNull();
  });

  it('keeps what its older slices gave when a later one fails', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.pageSize = 1;
    rig.alertSource.put(...crowd(30, MINUTE));
    let reads = 0;
    rig.alertSource.beforeRead = () => {
      reads += 1;
      if (rig.state.alerts.length > 0) throw new BotError('unavailable', { from: 'graph' });
    };
    await expect(look()).rejects.toMatchObject({ code: 'unavailable' });
    expect(reads).toBeGreaterThan(20);
    expect(rig.state.alerts.length).toBeGreaterThan(0);
    rig.alertSource.beforeRead = () => undefined;
    await look();
    expect(rig.state.alerts).toHaveLength(30);
  });

  it('within one millisecond is read to a greater depth', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.pageSize = 1;
    rig.alertSource.put(...crowd(SLICE_PAGES + 5, 0));
    await expect(look()).resolves.toMatchObject({ firstSeen: SLICE_PAGES + 5 });
  });

  it('that has no end fails the look, loudly and within bounds', async () => {
    const { rig, look } = await runningRig();
    const endless = { alerts: [], pages: 20, complete: false, missedByFilter: 0 };
    let reads = 0;
    rig.alertSource.readSlice = () => Promise.resolve({ ...endless, pages: (reads += 1) });
    await expect(look()).rejects.toMatchObject({ code: 'tooLarge', from: 'graph' });
    expect(reads).toBeLessThanOrEqual(SLICES_PER_LOOK);
  });

  it('that has no end leaves the first read undone', async () => {
    const rig = createRig();
    const { look } = await watchOf(rig);
    rig.alertSource.readSlice = () => Promise.resolve({ alerts: [], pages: 20, complete: false, missedByFilter: 0 });
    await expect(look()).rejects.toMatchObject({ code: 'tooLarge' });
    expect(rig.state.watch).toMatchObject({ firstReadDone: false, watermark: null });
  });

  function isInside(inner: { from: string; to: string | null }, outer: { from: string; to: string | null }): boolean {
    const endsWithin = outer.to === null || (inner.to !== null && inner.to <= outer.to);
    return inner.from >= outer.from && endsWithin;
  }
});

describe('a source under another name', () => {
  it('is noticed by the sweep, reported, and read from then on', async () => {
    const { rig, look } = await runningRig();
    rig.alertSource.put(anAlert({ serviceSource: 'microsoftPurviewInsiderRisk' }));
    await look();
    expect(rig.state.alerts).toEqual([]);
    rig.clock.jumpTo(START_MS + DAY);
    await look();
    expect(rig.state.watch.filter).toBe('none');
    expect(rig.logger.at('error')).toHaveLength(1);
    expect(posts(rig)).toHaveLength(1);
    rig.alertSource.put(
      anAlert({ id: alertId(2), serviceSource: 'renamed', lastUpdateDateTime: instantFromMs(START_MS + DAY) }),
    );
    await expect(look()).resolves.toMatchObject({ kind: 'overlap', firstSeen: 1 });
  });

  it('of another product is never written down', async () => {
    const { rig, look } = await runningRig();
    const foreign = { serviceSource: 'microsoftDefenderForEndpoint', detectionSource: 'antivirus' };
    rig.alertSource.put(anAlert(foreign));
    rig.clock.jumpTo(START_MS + DAY);
    await look();
    expect(rig.state.alerts).toEqual([]);
    expect(rig.state.watch.filter).toBe('irm');
  });
});

describe('a change seen by a look', () => {
  it('redraws the card and tells a rise in severity once', async () => {
    const { rig, look } = await runningRig();
    const alert = anAlert({ severity: 'medium' });
    rig.alertSource.put(alert);
    await look();
    const worse = changed(alert, {
      severity: 'high',
      assignedTo: Untrusted.of('x'),
      lastUpdateDateTime: afterStart(0),
    });
    rig.alertSource.put(worse);
    await look();
    await look();
    expect(rig.state.sends.filter((send) => send.kind === 'reply')).toHaveLength(1);
    expect((await storedNow(rig, alert.id)).severity).toBe('high');
  });

  it('of two with one time is the later read one', async () => {
    const { rig, look } = await runningRig();
    const alert = anAlert();
    rig.alertSource.put(alert);
    await look();
    rig.alertSource.put(changed(alert, { status: 'inProgress' }));
    await look();
    rig.alertSource.put(changed(alert, { status: 'resolved' }));
    await look();
    expect((await storedNow(rig, alert.id)).status).toBe('resolved');
  });

  it('that a lagging replica takes back does not come back', async () => {
    const { rig, look } = await runningRig();
    const alert = anAlert();
    rig.alertSource.put(changed(alert, { status: 'inProgress', lastUpdateDateTime: afterStart(0) }));
    await look();
    rig.alertSource.put(alert);
    await look();
    expect((await storedNow(rig, alert.id)).status).toBe('inProgress');
  });
});
