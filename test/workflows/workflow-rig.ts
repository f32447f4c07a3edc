// One bot's workflows over fakes: Graph, the directory, Teams and the store, sharing one clock. Tests act on the
// stand-ins and read what they were asked.
import type { Alert } from '../../src/domain/alert';
import { channelsFor } from '../../src/domain/channel-routing';
import { diffAlert } from '../../src/domain/alert-diff';
import type { Saying, Trouble } from '../../src/domain/saying';
import type { FourEyesRule } from '../../src/domain/four-eyes';
import { riskKindOf } from '../../src/domain/risk-kind';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { said, type Answer } from '../../src/workflows/answer';
import type { UnsafeChannels } from '../../src/domain/channel-safety';
import { ChannelAudience } from '../../src/workflows/channel-audience';
import { ChannelGuard } from '../../src/workflows/channel-guard';
import type { HuntingDesk, HuntingQuestionAsked } from '../../src/workflows/hunting-desk';
import { ListDesk } from '../../src/workflows/list-desk';
import { LanePacer } from '../../src/workflows/lane-pacer';
import { CardSender, type SendSettings } from '../../src/workflows/send-card';
import { AlertWatch, type WatchSettings } from '../../src/workflows/watch-alerts';
import { WATCH_LEASE } from '../../src/workflows/watch-loop';
import { aConversation, CHANNEL } from '../builders/click';
import { DAY, HOUR } from '../builders/instants';
import { HOME_TENANT } from '../builders/people';
import { FakeAlertEditor } from '../fakes/fake-alert-editor';
import { FakeAlertSource } from '../fakes/fake-alert-source';
import { FakeAnalystDirectory } from '../fakes/fake-analyst-directory';
import { FakeCardPoster } from '../fakes/fake-card-poster';
import { FakeChannelRoster } from '../fakes/fake-channel-roster';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLogger } from '../fakes/fake-logger';
import { FakeMetrics } from '../fakes/fake-metrics';
import { FakeIncidentSource } from '../fakes/fake-incident-source';
import { FakeOrgChart } from '../fakes/fake-org-chart';
import { FakePeopleFinder } from '../fakes/fake-people-finder';
import { createFakeStore, type FakeStore } from '../fakes/fake-store';

export const RESEND_AFTER_MS = 120_000;

export interface WorkflowRig extends FakeStore {
  clock: FakeClock;
  logger: FakeLogger;
  metrics: FakeMetrics;
  alertSource: FakeAlertSource;
  alertEditor: FakeAlertEditor;
  analystDirectory: FakeAnalystDirectory;
  cardPoster: FakeCardPoster;
  channelRoster: FakeChannelRoster;
  audience: ChannelAudience;
  guard: ChannelGuard;
  unsafeChannels: UnsafeChannels;
  /** What operators were told. */
  told: Trouble[];
  desk: { tell(trouble: Trouble): Promise<void> };
  pacer: LanePacer;
  homeTenantId: string;
  /** How often sends were announced. */
  wakes: number;
  wake(): void;
  newMarker(): string;
  newCardRef(): string;
  /** Hunting questions that were passed on; all are answered by the same words. */
  hunts: HuntingQuestionAsked[];
  huntingDesk: Pick<HuntingDesk, 'answer'>;
  incidentSource: FakeIncidentSource;
  orgChart: FakeOrgChart;
  peopleFinder: FakePeopleFinder;
  listDesk: ListDesk;
  /** What needs a second person. */
  fourEyes: readonly FourEyesRule[];
}

export function createRig(clock = new FakeClock()): WorkflowRig {
  const store = createFakeStore({ tenantId: HOME_TENANT, now: () => clock.now(), resendAfterMs: RESEND_AFTER_MS });
  const logger = new FakeLogger();
  const alertSource = new FakeAlertSource();
  const analystDirectory = new FakeAnalystDirectory();
  const channelRoster = new FakeChannelRoster();
  let made = 0;
  const next = (kind: string) => () => `${kind}-${String((made += 1)).padStart(4, '0')}`;
  const incidentSource = new FakeIncidentSource();
  const peopleFinder = new FakePeopleFinder([]);
  const audience = new ChannelAudience({ channelRoster, analystDirectory, logger });
  const newCardRef = next('card');
  const rig: WorkflowRig = {
    ...store,
    clock,
    logger,
    metrics: new FakeMetrics(),
    alertSource,
    alertEditor: new FakeAlertEditor(alertSource),
    analystDirectory,
    cardPoster: new FakeCardPoster(),
    channelRoster,
    audience,
    guard: new ChannelGuard({ ...store, channelRoster, analystDirectory, clock, logger }),
    unsafeChannels: 'refuse',
    fourEyes: [],
    told: [],
    desk: { tell: async (trouble) => void rig.told.push(trouble) },
    pacer: new LanePacer([]),
    homeTenantId: HOME_TENANT,
    wakes: 0,
    wake: () => {
      rig.wakes += 1;
    },
    newMarker: next('marker'),
    newCardRef,
    incidentSource,
    orgChart: new FakeOrgChart(),
    peopleFinder,
    listDesk: new ListDesk({ ...store, clock, logger, audience, incidentSource, peopleFinder, newCardRef }),
    hunts: [],
    huntingDesk: {
      answer: async (asked) => {
        rig.hunts.push(asked);
        return said({ code: 'answerComes' });
      },
    },
  };
  return rig;
}

/** What an answer says in words; null for silence and for cards. */
export function sayingOf(answer: Answer | null): Saying | null {
  return answer?.is === 'said' ? answer.saying : null;
}

/** Makes the channel known and subscribed. */
export async function subscribe(
  rig: WorkflowRig,
  channel = CHANNEL,
  filter: Parameters<FakeStore['conversationBook']['subscribe']>[1] = { severity: [], policy: null },
): Promise<void> {
  await rig.conversationBook.remember(aConversation(channel), rig.clock.now());
  await rig.conversationBook.subscribe(channel, filter, 'nobody', rig.clock.now());
}

/** As if a look had just seen the alert: it is written down, and its cards are queued. */
export async function see(rig: WorkflowRig, alert: Alert): Promise<StoredAlert> {
  rig.alertSource.put(alert);
  const stored = (await rig.alertLog.find([alert.id])).get(alert.id) ?? null;
  const diff = diffAlert(stored, alert);
  const rest = { riskKind: riskKindOf(alert), backlog: false, lastChange: null, tellSeverityRise: diff.severityRose };
  const postTo = channelsFor(alert, await rig.conversationBook.subscriptions());
  const decidedAgainst = stored?.contentHash ?? null;
  const redraw = stored === null ? 'no' : 'now';
  await rig.alertLog.commit({ decisions: [{ alert, diff, ...rest, decidedAgainst, postTo, redraw }] });
  return storedNow(rig, alert.id);
}

export async function storedNow(rig: WorkflowRig, id: string): Promise<StoredAlert> {
  const stored = (await rig.alertLog.find([id])).get(id);
  if (stored === undefined) throw new Error(`the alert ${id} is not known`);
  return stored;
}

export function senderOf(rig: WorkflowRig, settings: Partial<SendSettings> = {}): CardSender {
  const { unsafeChannels } = rig;
  return new CardSender(rig, { resendAfterMs: RESEND_AFTER_MS, fallbackChannel: null, unsafeChannels, ...settings });
}

/** Sends everything that is due, one after another. */
export async function sendAllDue(rig: WorkflowRig, settings: Partial<SendSettings> = {}): Promise<void> {
  const sender = senderOf(rig, settings);
  for (let sends = 0; sends < 200; sends += 1) {
    const send = await rig.cardOutbox.claim(rig.pacer.blocked(rig.clock.now()), rig.clock.now());
    if (send === null) return;
    await sender.send(send);
  }
  throw new Error('the outbox does not come to rest');
}

/** A watcher with its lease. */
export async function watchOf(rig: WorkflowRig, settings: Partial<WatchSettings> = {}) {
  const lease = await rig.leases.acquire(WATCH_LEASE, 'this process', 365 * DAY, rig.clock.now());
  if (lease === null) throw new Error('the lease is taken');
  const watch = new AlertWatch(rig, { pollOverlapMs: 2 * HOUR, firstLookbackMs: DAY, ...settings });
  return { look: () => watch.look({ lease: lease.name, epoch: lease.epoch }), watch, lease };
}
