// What one fresh read of an alert leads to, given what is stored about it.
import { versionOf } from '../../src/domain/alert-version';
import type { Alert } from '../../src/domain/alert';
import type { Subscription } from '../../src/domain/channel-routing';
import { Untrusted } from '../../src/domain/untrusted';
import { backlogBoundary, decideAlert, withoutNews, type DecisionContext } from '../../src/workflows/decide-alert';
import { anAlert, changed, storedFrom } from '../builders/alert';
import { CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { afterStart, DAY, HOUR, MINUTE } from '../builders/instants';

const EVERYTHING: Subscription = { channel: CHANNEL, severity: [], policy: null };
const HIGH_ONLY: Subscription = { channel: OTHER_CHANNEL, severity: ['high'], policy: null };

function context(overrides: Partial<DecisionContext> = {}): DecisionContext {
  return { subscriptions: [EVERYTHING, HIGH_ONLY], backlogBefore: null, seenAt: afterStart(0), ...overrides };
}

/** What a read of the changed alert leads to when the first form is stored. */
function decideChange(before: Partial<Alert>, after: Partial<Alert>, stored: Parameters<typeof storedFrom>[1] = {}) {
  const first = anAlert(before);
  const seen = changed(first, { lastUpdateDateTime: afterStart(0), ...after });
  return decideAlert(seen, storedFrom(first, stored), context());
}

describe('an alert seen for the first time', () => {
  it('gets a card in every channel whose filter it passes', () => {
    const decision = decideAlert(anAlert({ severity: 'high' }), null, context());
    expect(decision).toMatchObject({
      diff: { news: 'firstSeen' },
      postTo: [CHANNEL, OTHER_CHANNEL],
      decidedAgainst: null,
      redraw: 'no',
      tellSeverityRise: false,
      backlog: false,
    });
  });

  it('gets no card where the filter asks for another severity', () => {
    expect(decideAlert(anAlert({ severity: 'low' }), null, context())?.postTo).toEqual([CHANNEL]);
  });

  it('passes a severity filter as if high when its severity is not given', () => {
    expect(decideAlert(anAlert({ severity: null }), null, context())?.postTo).toEqual([CHANNEL, OTHER_CHANNEL]);
  });

  it('gets a card when its status and evidence are not given', () => {
    expect(decideAlert(anAlert({ status: null, evidence: null }), null, context())?.postTo).toContain(CHANNEL);
  });

  it('gets no card when it is resolved already, and is written down all the same', () => {
    const decision = decideAlert(anAlert({ status: 'resolved' }), null, context());
    expect(decision).toMatchObject({ diff: { news: 'firstSeen' }, postTo: [] });
  });

  it('is matched with a policy filter by its title, in any case', () => {
    const subscriptions = [{ ...EVERYTHING, policy: 'Data Theft' }];
    const theft = anAlert({ title: Untrusted.of('Possible data theft by a leaver') });
    expect(decideAlert(theft, null, context({ subscriptions }))?.postTo).toEqual([CHANNEL]);
    expect(decideAlert(anAlert({ title: null }), null, context({ subscriptions }))?.postTo).toEqual([]);
  });
});

describe('what the first read finds', () => {
  const boundary = backlogBoundary(afterStart(0), DAY);
  const duringFirstRead = context({ backlogBefore: boundary });

  it('is backlog without a card when it was raised before the first lookback', () => {
    const old = anAlert({ createdDateTime: afterStart(-DAY - 1) });
    expect(decideAlert(old, null, duringFirstRead)).toMatchObject({ backlog: true, postTo: [] });
  });

  it.each([
    ['raised exactly at the boundary', afterStart(-DAY)],
    ['raised within the lookback', afterStart(-HOUR)],
    ['without a time of creation', null],
  ])('gets a card when it was %s', (_what, createdDateTime) => {
    const decision = decideAlert(anAlert({ createdDateTime }), null, duringFirstRead);
    expect(decision).toMatchObject({ backlog: false, postTo: [CHANNEL, OTHER_CHANNEL] });
  });

  it('gets a card once the first read is over, however old its dates are', () => {
    const old = anAlert({ createdDateTime: afterStart(-20 * DAY), lastUpdateDateTime: afterStart(-19 * DAY) });
    expect(decideAlert(old, null, context())).toMatchObject({ backlog: false, postTo: [CHANNEL, OTHER_CHANNEL] });
  });

  it('gets its own card at its first news, and stays marked as backlog', () => {
    const decision = decideChange({}, { status: 'inProgress' }, { backlog: true });
    expect(decision).toMatchObject({ backlog: true, postTo: [CHANNEL, OTHER_CHANNEL] });
  });
});

describe('an alert that changed', () => {
  it.each<[string, Partial<Alert>, Partial<Alert>, string, 'now' | 'mayWait']>([
    ['its status', { status: 'new' }, { status: 'inProgress' }, 'statusChanged', 'now'],
    ['its owner', {}, { assignedTo: Untrusted.of('ilse.brandt@fabrikam.example') }, 'changed', 'now'],
    ['its severity upwards', { severity: 'low' }, { severity: 'medium' }, 'severityRose', 'now'],
    ['its severity downwards', { severity: 'high' }, { severity: 'low' }, 'changed', 'now'],
    ['its classification', {}, { classification: 'falsePositive' }, 'changed', 'mayWait'],
    ['its determination', {}, { determination: 'other' }, 'changed', 'mayWait'],
    [
      'its evidence',
      {},
      { evidence: { files: 9, labels: 1, destinations: 1, devices: 1, others: 0 } },
      'evidenceGrew',
      'mayWait',
    ],
  ])('in %s is redrawn', (_what, before, after, news, redraw) => {
    expect(decideChange(before, after)).toMatchObject({ diff: { news }, redraw });
  });

  it('tells of a rise in severity and never of a fall', () => {
    expect(decideChange({ severity: 'low' }, { severity: 'high' })?.tellSeverityRise).toBe(true);
    expect(decideChange({ severity: 'high' }, { severity: 'low' })?.tellSeverityRise).toBe(false);
    expect(decideChange({ severity: null }, { severity: 'high' })?.tellSeverityRise).toBe(false);
  });

  it('gets a card in a channel whose filter it rose into', () => {
    expect(decideChange({ severity: 'low' }, { severity: 'high' })?.postTo).toContain(OTHER_CHANNEL);
  });

  it('was changed elsewhere, at Graph’s own time, as far as anybody knows', () => {
    const decision = decideChange({}, { status: 'resolved', lastUpdateDateTime: afterStart(-MINUTE) });
    expect(decision?.lastChange).toEqual({ what: 'elsewhere', who: null, at: afterStart(-MINUTE) });
  });

  it('keeps the name of who changed it last when only its evidence grew', () => {
    const lastChange = { what: 'start' as const, who: Untrusted.of('Ilse Brandt'), at: afterStart(-HOUR) };
    const evidence = { files: 9, labels: 1, destinations: 1, devices: 1, others: 0 };
    expect(decideChange({}, { evidence }, { lastChange })?.lastChange).toBe(lastChange);
  });

  it('takes the moment of the look for a change without a time', () => {
    expect(decideChange({}, { status: 'resolved', lastUpdateDateTime: null })?.lastChange?.at).toBe(afterStart(0));
  });

  it('shows both of two changes with one time', () => {
    const first = anAlert({ status: 'new' });
    const second = changed(first, { status: 'inProgress' });
    const third = changed(first, { status: 'resolved' });
    expect(decideAlert(second, storedFrom(first), context())?.redraw).toBe('now');
    expect(decideAlert(third, storedFrom(second), context())?.redraw).toBe('now');
  });
});

describe('an alert without news', () => {
  it('is left alone when it is read again unchanged', () => {
    const alert = anAlert();
    expect(decideAlert(alert, storedFrom(alert), context())).toBeNull();
  });

  it('is left alone when a lagging replica shows an older state', () => {
    expect(decideChange({}, { status: 'resolved', lastUpdateDateTime: afterStart(-2 * HOUR) })).toBeNull();
  });

  it('is written down without a redraw when only its time and comments moved', () => {
    const decision = decideChange({}, { commentCount: 1 });
    expect(decision).toMatchObject({ diff: { news: 'nothing' }, redraw: 'no', postTo: [], tellSeverityRise: false });
  });

  it('has a version that neither a time nor a comment moves', () => {
    const alert = anAlert();
    expect(versionOf(changed(alert, { commentCount: 4, lastUpdateDateTime: afterStart(DAY) }))).toBe(versionOf(alert));
  });
});

describe('an alert of which a stub is left', () => {
  const reduced = { at: afterStart(-DAY), afterDays: 30 };
  const stub = { reduced, assignedTo: null, evidence: null, subject: null, alias: null } as const;
  const RESOLVED = { status: 'resolved', resolvedDateTime: afterStart(-31 * DAY) } as const;

  it.each<[string, Partial<Alert>]>([
    ['a comment', { commentCount: 5 }],
    ['another owner', { assignedTo: Untrusted.of('ilse.brandt@fabrikam.example') }],
    ['more evidence', { evidence: { files: 9, labels: 9, destinations: 9, devices: 9, others: 9 } }],
  ])('is written down anew after %s, without news: no card, no reply, no redraw', (_what, change) => {
    const decision = decideChange(RESOLVED, { ...RESOLVED, ...change }, stub);
    expect(decision).toMatchObject({ diff: { news: 'nothing', changes: [] }, postTo: [], redraw: 'no' });
    expect(decision?.alert).toMatchObject({ subject: null, assignedTo: null, evidence: null, title: null });
  });

  it('follows another verdict or severity on the card that stands, and is posted and told nowhere', () => {
    const before = { ...RESOLVED, severity: 'low' } as const;
    const after = { ...RESOLVED, severity: 'high', classification: 'falsePositive' } as const;
    const decision = decideChange(before, after, stub);
    expect(decision).toMatchObject({ postTo: [], tellSeverityRise: false, redraw: 'now', riskKind: 'dataLeak' });
    expect(decision?.diff.changes.map(({ field }) => field)).toEqual(['severity', 'classification']);
  });

  it('is taken in whole when somebody works on it again', () => {
    const decision = decideChange(RESOLVED, { status: 'inProgress', resolvedDateTime: null }, stub);
    expect(decision).toMatchObject({
      diff: { news: 'statusChanged' },
      postTo: [CHANNEL, OTHER_CHANNEL],
      redraw: 'now',
    });
    expect(decision?.alert.subject).not.toBeNull();
  });

  it('is written down without news as a stub as well', () => {
    const stored = storedFrom(anAlert(RESOLVED), stub);
    expect(withoutNews(anAlert(RESOLVED), stored).alert).toMatchObject({ subject: null, title: null });
  });
});
