// Two thousand alerts with people, files and devices planted wherever Graph has room for text: nothing that everyone
// reads spells any of them, nothing masked spells a person, nothing logged or counted spells anything at all.
import { drawForm } from '../../src/cards/form-card';
import { drawAlertCard } from '../../src/cards/alert-card';
import { drawConfirmCard } from '../../src/cards/confirm-card';
import { drawIncidentCard } from '../../src/cards/incident-card';
import { drawAlertList, drawIncidentList } from '../../src/cards/list-card';
import { CARD_TIERS } from '../../src/domain/delivery';
import { confirmView } from '../../src/domain/disclose-confirm';
import { incidentListView, incidentView } from '../../src/domain/disclose-incident';
import { alertListView } from '../../src/domain/disclose-list';
import { channelView, digestView, discloseAlert, neutralView } from '../../src/domain/disclosure';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { Untrusted } from '../../src/domain/untrusted';
import { everySaying } from '../domain/wording/sayings';
import { say } from '../../src/domain/wording/saying-words';
import { invokeResponseFor } from '../../src/teams/invoke-answer';
import { messageFor } from '../../src/teams/message-activity';
import { aClick, CHANNEL, placeIn, presser } from '../builders/click';
import { afterStart } from '../builders/instants';
import { ANALYST, INVESTIGATOR, WITHOUT_ROLE } from '../builders/people';
import { createCanaryRig, marksIn, type CanaryRig } from './canary-rig';
import { plantAlert, type PlantedAlert } from './planted-alert';
import { ANY_PERSON, ANYBODY_OR_ANYTHING, Chance, STAFF_MARK } from './planted-people';

const ALERTS = 2_000;
/** Of these the cards are sent, pressed and answered; the rest is drawn. */
const SENT = 60;
const SEED = Number(process.env.CANARY_SEED ?? 20_261_125);
const CARD_REF = 'ref-0123456789abcdef0123456789abcdef';

const PLACES = { cardRef: CARD_REF, refreshFor: [], possibleRepeat: false, saying: null };
const EVERYWHERE = [...ANYBODY_OR_ANYTHING, STAFF_MARK];

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** What of the payload spells a mark, with the seed that makes it again; nothing is expected. */
function told(what: string, payload: unknown, marks: readonly string[], seed: number): string[] {
  const found = marksIn(typeof payload === 'string' ? payload : JSON.stringify(payload), marks);
  if (found.length === 0) return [];
  const where = stringsIn(payload).filter((text) => marksIn(text, marks).length > 0);
  return [`seed ${SEED}, alert ${seed}, ${what}: ${where.map((text) => text.slice(0, 200)).join(' | ')}`];
}

function publicPayloads(stored: StoredAlert): [string, unknown][] {
  const shown = channelView(stored);
  const neutral = neutralView(stored);
  // Each alert at one size, so that every size has hundreds of alerts.
  const sizes = CARD_TIERS.filter((_tier, index) => index === stored.number % CARD_TIERS.length);
  const cards = sizes.flatMap((tier): [string, unknown][] => [
    [`card, ${tier}`, messageFor({ kind: 'alert', view: shown, ...PLACES, tier })],
    [`neutral card, ${tier}`, messageFor({ kind: 'alert', view: neutral, ...PLACES, tier })],
  ]);
  const question = { cardRef: CARD_REF, asker: null, until: afterStart(0) };
  return [
    ...cards,
    ['severity reply', messageFor({ kind: 'severityRose', number: stored.number, severity: stored.severity })],
    ['confirm card', drawConfirmCard(confirmView(stored, { kind: 'start' }, null), question, null)],
    ['form', drawForm({ form: { form: 'comment' }, missing: null, typed: null, view: shown, cardRef: CARD_REF })],
  ];
}

let rig: CanaryRig;
let planted: PlantedAlert[];
let kept: StoredAlert[];
const byId = new Map<string, number>();
const seedOf = ({ id }: StoredAlert) => byId.get(id) ?? -1;

beforeAll(async () => {
  rig = await createCanaryRig();
  planted = Array.from({ length: ALERTS }, (_, index) => plantAlert(new Chance(SEED + index), index));
  planted.forEach(({ wire }, index) => byId.set(String(wire['id']), index));
  const wires = planted.map(({ wire }) => wire);
  kept = [];
  kept.push(...(await rig.take(wires.slice(0, SENT), 'posted')));
  await rig.sendAllDue();
  for (let from = SENT; from < ALERTS; from += 200)
    kept.push(...(await rig.take(wires.slice(from, from + 200), 'kept')));
}, 120_000);
afterAll(() => rig.close());

test('every alert comes through, however it is filled', () => {
  expect(kept).toHaveLength(ALERTS);
  expect(kept.filter(({ subject }) => subject !== null)).toHaveLength(ALERTS);
});

test('what everyone in a channel reads spells nobody and nothing', () => {
  const leaks = kept.flatMap((stored) =>
    publicPayloads(stored).flatMap(([what, payload]) => told(what, payload, ANYBODY_OR_ANYTHING, seedOf(stored))),
  );
  expect(leaks.slice(0, 5)).toEqual([]);
});

test('what names no owner by design names no owner either: notifications, fallbacks, neutral cards', () => {
  const leaks = kept.flatMap((stored) => {
    const { summary, attachments } = messageFor({ kind: 'alert', view: channelView(stored), ...PLACES, tier: 'full' });
    const fallback = JSON.stringify(attachments).match(/"fallbackText":"[^"]*"/g);
    const neutral = messageFor({ kind: 'alert', view: neutralView(stored), ...PLACES, tier: 'full' });
    return told('notification', [summary, fallback, neutral], EVERYWHERE, seedOf(stored));
  });
  expect(leaks.slice(0, 5)).toEqual([]);
  expect(kept.filter(({ assignedTo }) => assignedTo !== null).length).toBeGreaterThan(ALERTS / 2);
});

test('lists, incidents and digests of a channel spell nobody and nothing', () => {
  const nothing = { status: null, severity: null, window: null, assignee: null, account: null, policy: null } as const;
  const asked = { ...nothing, status: ['new'], severity: [], sort: 'newest' } as const;
  const page = { total: ALERTS, from: 1, asked, timeZone: 'UTC' };
  for (let from = 0; from < ALERTS; from += 100) {
    const some = kept.slice(from, from + 100);
    const id = some[0]?.incidentId ?? '1';
    const about = { id, status: 'active', severity: 'high', created: afterStart(0), lastUpdate: null } as const;
    const incident = incidentView(about, some, 1);
    const incidents = incidentListView([incident], {
      ...page,
      asked: { status: ['active'], severity: [], window: null },
    });
    const payloads: [string, unknown][] = [
      ['list', drawAlertList(alertListView(some.slice(0, 10), page), CARD_REF)],
      ['incident', drawIncidentCard(incident, CARD_REF)],
      ['incidents', drawIncidentList(incidents, CARD_REF)],
      ...CARD_TIERS.map((tier): [string, unknown] => [
        `digest, ${tier}`,
        messageFor({ kind: 'digest', view: digestView(some, 3), tier, possibleRepeat: false }),
      ]),
    ];
    expect(payloads.flatMap(([what, payload]) => told(what, payload, ANYBODY_OR_ANYTHING, from))).toEqual([]);
  }
});

test('what an analyst, and an investigator who gave no reason, read spells no person', async () => {
  const leaks: string[] = [];
  for (const [index, stored] of kept.entries()) {
    const details = await rig.rig.alertDetails.find(stored.number);
    const roles = index % 2 === 0 ? (['analyst'] as const) : (['investigator'] as const);
    const view = discloseAlert(stored, { homeTenant: true, roles, isSubject: false }, details);
    if (!('details' in view) || view.details.text === null) throw new Error('nothing is shown to whoever may look');
    const card = drawAlertCard(view, { ...PLACES, tier: 'full' });
    leaks.push(...told(`masked for ${roles[0]}`, card, ANY_PERSON, seedOf(stored)));
  }
  expect([leaks.length, ...leaks.slice(0, 5)]).toEqual([0]);
}, 120_000);

describe('sent, pressed and answered', () => {
  test('every message of both channels spells nobody and nothing', () => {
    const sent = rig.sent();
    expect(sent.length).toBeGreaterThan(SENT / 2);
    expect(sent.flatMap((message) => told('message', message, ANYBODY_OR_ANYTHING, -1)).slice(0, 5)).toEqual([]);
  });

  test.each([
    ['nobody in particular', WITHOUT_ROLE, ANYBODY_OR_ANYTHING],
    ['an analyst', ANALYST, ANY_PERSON],
    ['an investigator', INVESTIGATOR, ANY_PERSON],
  ])('a refresh by %s spells no more than it may', async (_who, person, marks) => {
    const cards = rig.rig.cardPoster.written.filter(({ channel }) => channel === CHANNEL).slice(0, SENT);
    const leaks: string[] = [];
    for (const { drawing, where } of cards) {
      if (drawing?.kind !== 'alert') continue;
      for (const verb of ['alert.refresh', 'alert.resolveForm']) {
        const place = placeIn(CHANNEL, where.activityId);
        const card = { cardRef: drawing.cardRef, version: drawing.view.version, cardActivityId: where.activityId };
        const answer = await rig.handle(aClick({ verb, ...card, place, presser: presser(person) }));
        leaks.push(...told(verb, invokeResponseFor(answer), marks, drawing.view.number));
      }
    }
    expect(cards.length).toBeGreaterThan(SENT / 2);
    expect(leaks.slice(0, 5)).toEqual([]);
  });

  test('no line of the log and no figure spells anybody or anything, owners included', async () => {
    const written = rig.logged() + (await rig.figures());
    expect(written).toContain('irm_cards_posted_total');
    expect(told('log', written, EVERYWHERE, -1)).toEqual([]);
  });
});

test('what is said to operators about trouble and unsafe channels holds no outside text but the channel’s name', () => {
  const outside = 'Vyxqandra Vyxqholm';
  const sayings = everySaying(outside).filter(({ code }) => code === 'trouble' || code === 'channelBecameUnsafe');
  expect(sayings.length).toBeGreaterThan(1);
  for (const saying of sayings) {
    const named = saying.code === 'channelBecameUnsafe' && saying.channel instanceof Untrusted;
    expect(marksIn(say(saying), ANYBODY_OR_ANYTHING).length > 0).toBe(named);
  }
});
