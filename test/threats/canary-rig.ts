// The bot's own rooms from Graph's JSON to what Teams and operators are given, over the embedded store, with everything
// that leaves kept: messages, answers, log lines and figures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Alert } from '../../src/domain/alert';
import { instantFromMs } from '../../src/domain/instant';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { alertFromGraph } from '../../src/graph/alert-from-graph';
import { keepersOf } from '../../src/store/keepers';
import { openContext } from '../../src/store/open-context';
import { messageFor } from '../../src/teams/message-activity';
import { createLogger } from '../../src/telemetry/pino-logger';
import { PrometheusMetrics } from '../../src/telemetry/prometheus-metrics';
import { ChannelAudience } from '../../src/workflows/channel-audience';
import { ChannelGuard } from '../../src/workflows/channel-guard';
import { decideAlert } from '../../src/workflows/decide-alert';
import { createHandleClick } from '../../src/workflows/handle-click';
import { CardSender } from '../../src/workflows/send-card';
import { aConversation, CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { ANALYST, GUEST, HOME_TENANT, rosterMember } from '../builders/people';
import { FakeClock } from '../fakes/fake-clock';
import { bareLetters } from '../domain/bare-letters';
import { createRig, RESEND_AFTER_MS } from '../workflows/workflow-rig';

/** Planted marks that the text spells, read without accents, escapes and hidden marks: none of the masker's own code. */
export function marksIn(text: string, marks: readonly string[]): string[] {
  const bare = bareLetters(text.replace(/U\+[0-9A-F]{4,6}|\\u[0-9a-f]{4}/g, ''));
  return marks.filter((mark) => bare.includes(mark));
}

export async function createCanaryRig() {
  const clock = new FakeClock();
  const dataDir = mkdtempSync(join(tmpdir(), 'canaries-'));
  const lines: string[] = [];
  const options = { pseudonymKey: null, tenantId: HOME_TENANT, holder: 'the canaries', leaseMs: 30_000 };
  const where = { databaseUrl: null, dataDir, storeKey: null };
  const context = await openContext({ ...options, ...where, now: () => clock.now() });
  const base = createRig(clock);
  const logger = createLogger('debug', { write: (line) => void lines.push(line) });
  const metrics = new PrometheusMetrics(() => clock.now());
  const { channelRoster, analystDirectory } = base;
  const shared = { ...base, ...keepersOf(context), logger, metrics };
  const audience = new ChannelAudience({ channelRoster, analystDirectory, logger });
  const rig = { ...shared, audience, guard: new ChannelGuard(shared) };
  const settings = { resendAfterMs: RESEND_AFTER_MS, fallbackChannel: null, unsafeChannels: 'neutral' } as const;
  const sender = new CardSender(rig, settings);
  channelRoster.fill(
    OTHER_CHANNEL,
    [ANALYST, GUEST].map((person) => rosterMember(person, { isGuest: person === GUEST })),
  );
  for (const channel of [CHANNEL, OTHER_CHANNEL]) {
    await rig.conversationBook.remember(aConversation(channel), clock.now());
    await rig.conversationBook.subscribe(channel, { severity: [], policy: null }, 'nobody', clock.now());
  }
  const pressCommand = async () => ({ show: 'message', saying: { code: 'notAvailableYet' } }) as const;
  const read = (wire: unknown): Alert => {
    const alert = alertFromGraph(wire, HOME_TENANT);
    if (alert === null) throw new Error('an alert did not come through');
    return alert;
  };
  return {
    rig,
    clock,
    handle: createHandleClick({ ...rig, pressCommand }),
    /** Takes the alerts in as one slice of a look does, with a card in each channel or none, and gives what is kept. */
    async take(wires: readonly unknown[], posted: 'posted' | 'kept'): Promise<StoredAlert[]> {
      const alerts = wires.map(read);
      for (const alert of alerts) rig.alertSource.put(alert);
      const subscriptions = posted === 'posted' ? await rig.conversationBook.subscriptions() : [];
      const seen = { subscriptions, backlogBefore: null, seenAt: instantFromMs(clock.now()) };
      const decisions = alerts.map((alert) => decideAlert(alert, null, seen)).filter((one) => one !== null);
      await rig.alertLog.commit({ decisions });
      const stored = await rig.alertLog.find(alerts.map(({ id }) => id));
      return [...stored.values()];
    },
    async sendAllDue(): Promise<void> {
      for (;;) {
        const send = await rig.cardOutbox.claim([], clock.now());
        if (send === null) return;
        await sender.send(send);
      }
    },
    /** Every message that Teams took. */
    sent: () => rig.cardPoster.written.flatMap(({ drawing }) => (drawing === null ? [] : [messageFor(drawing)])),
    logged: () => lines.join(''),
    figures: () => metrics.text(),
    async close() {
      await context.database.driver.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export type CanaryRig = Awaited<ReturnType<typeof createCanaryRig>>;
