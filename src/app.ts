// The wiring: it makes every room, joins them by their promises, and starts and stops them in order. It is
// long and straight on purpose; nothing is decided here.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from './config';
import { settingsText } from './config-digest';
import { instantToMs } from './domain/instant';
import { DEFENDER_HOSTS } from './domain/hunting-link';
import { laneWindows } from './domain/lane-limits';
import { HttpServer } from './http/http-server';
import { OfflineReader } from './language/offline-reader';
import type { Logger } from './ports/logger';
import { graphOf, storeOf } from './outside';
import { readinessOf } from './readiness';
import { AnchorFile } from './store/anchor-file';
import { createTeamsConnector } from './teams/teams-room';
import { createLogger } from './telemetry/pino-logger';
import { PrometheusMetrics } from './telemetry/prometheus-metrics';
import { systemClock as clock } from './telemetry/system-clock';
import { AuditAnchor } from './workflows/anchor-audit';
import { createAnswerCommand } from './workflows/answer-command';
import { ChannelAnchor } from './workflows/channel-anchor';
import { ChannelAudience } from './workflows/channel-audience';
import { ChannelGuard } from './workflows/channel-guard';
import { withConfiguredChannels } from './workflows/configured-channels';
import { CardDelivery } from './workflows/deliver-card';
import { ConfirmExpiry } from './workflows/expire-confirms';
import { createFollowInstallation } from './workflows/follow-installation';
import { createPressCommand } from './workflows/press-command';
import { createRunFollowUp } from './workflows/run-follow-up';
import { createHandleClick } from './workflows/handle-click';
import { HuntingDesk } from './workflows/hunting-desk';
import { LanePacer } from './workflows/lane-pacer';
import { RetentionKeeper } from './workflows/keep-retention';
import { ListDesk } from './workflows/list-desk';
import { createRecoverChanges } from './workflows/recover-changes';
import { HuntRecovery } from './workflows/recover-hunts';
import { RecoveryLoop } from './workflows/recovery-loop';
import { StartRecord } from './workflows/record-start';
import { RevealEnds } from './workflows/reveal-ends';
import { HuntingRunner } from './workflows/run-hunting';
import { CardSender } from './workflows/send-card';
import { OperationsDesk } from './workflows/tell-operations';
import { UnsafeTeller } from './workflows/tell-unsafe';
import { AlertWatch } from './workflows/watch-alerts';
import { ChannelWatch } from './workflows/watch-channels';
import { WatchLoop } from './workflows/watch-loop';

/** 192 random bits: nobody guesses a card. */
const CARD_REF_BYTES = 24;
const MARKER_BYTES = 6;

export interface App {
  logger: Logger;
  /** Listens and works; resolves with the port. */
  start(): Promise<number>;
  /** Readiness fails first; then work in hand is finished or handed back. Safe to call twice. */
  stop(): Promise<void>;
}

const newCardRef = () => randomBytes(CARD_REF_BYTES).toString('base64url');

/** Opens the store; nothing listens or asks anything until `start`. */
export async function createApp(config: Config): Promise<App> {
  const logger = createLogger(config.logLevel);
  const metrics = new PrometheusMetrics(clock.now);
  const holder = `bot:${randomUUID()}`;
  const store = await storeOf(config, holder);
  if (store.aliasesRenewed > 0) logger.warn('another pseudonym key: new aliases', { count: store.aliasesRenewed });
  const { alertLog, cardOutbox, cardBook, conversationBook, clickLog, auditTrail, leases, openForms } = store;
  const { alertDetails, peopleBook, askedBook, expiryBook, revealBook, changeRecord, huntLog } = store;
  const { channelSafetyBook, safetyNotices } = store;
  const graph = graphOf(config, logger, metrics);
  const { alertSource, alertEditor, analystDirectory, hunting, incidentSource, orgChart, peopleFinder } = graph;

  const { operationsChannel, fallbackChannel, unsafeChannels } = config.delivery;
  const places = withConfiguredChannels(conversationBook, [operationsChannel, fallbackChannel]);
  const connector = createTeamsConnector({
    bot: { ...config.bot, password: config.bot.password?.expose() ?? null },
    auth: config.auth,
    openIdMetadataUrl: config.openIdMetadataUrl,
    cloud: config.cloud,
    conversationBook: places,
    clock,
    logger,
    metrics,
  });
  const { cardPoster, channelRoster, personMessenger, redrawAnswer } = connector;

  const desk = new OperationsDesk({ cardPoster, clock, logger, operationsChannel });
  const pacer = new LanePacer(laneWindows(config.delivery.channelPostsPer30s));
  const audience = new ChannelAudience({ channelRoster, analystDirectory, logger });
  const guard = new ChannelGuard({ channelRoster, channelSafetyBook, analystDirectory, clock, logger });
  const sender = new CardSender(
    {
      cardOutbox,
      cardBook,
      alertLog,
      conversationBook: places,
      cardPoster,
      audience,
      guard,
      pacer,
      clock,
      logger,
      metrics,
      desk,
      newCardRef,
    },
    config.delivery,
  );
  const delivery = new CardDelivery({ cardOutbox, sender, pacer, clock, logger, metrics });
  const wake = () => delivery.wake();

  const watch = new AlertWatch(
    { alertSource, alertLog, conversationBook, analystDirectory, clock, logger, metrics, desk },
    config.watch,
  );
  const lastLookOfOthers = async () => {
    const { overlapReadAt } = await alertLog.watchState();
    return overlapReadAt === null ? null : instantToMs(overlapReadAt);
  };
  const loop = new WatchLoop(
    { look: (fence) => watch.look(fence), leases, clock, logger, metrics, desk, lastLookOfOthers, onCommitted: wake },
    { holder, leaseMs: config.delivery.leaseMs, pollIntervalMs: config.watch.pollIntervalMs },
  );
  const { anchorFile, anchorChannel } = config.audit;
  const file = anchorFile === null ? null : new AnchorFile(anchorFile);
  const told = anchorChannel === null ? [] : [new ChannelAnchor({ cardPoster, leases }, anchorChannel, holder)];
  const anchorPlaces = [...(file === null ? [] : [file]), ...told];
  const anchor = new AuditAnchor({ auditTrail, clock, logger, desk, places: anchorPlaces });
  const settings = store.anonymise(settingsText(config));
  const startRecord = new StartRecord({ auditTrail, clock, logger, desk }, settings);
  const keeping = { holder, days: config.store.retentionDays };
  const retentionKeeper = new RetentionKeeper({ retention: store.retention, leases, clock, logger, wake }, keeping);
  const revealEnds = new RevealEnds({ revealBook, clock, logger, wake });
  const expiry = new ConfirmExpiry({ expiryBook, alertLog, redrawAnswer, clock, logger });
  const hunts = new HuntRecovery({ huntLog, cardPoster, clock, logger });
  const recovery = new RecoveryLoop({ clock, logger });
  const teller = new UnsafeTeller(
    { safetyNotices, channelRoster, personMessenger, cardPoster, clock, logger },
    config.delivery,
  );
  const channelWatch = new ChannelWatch({ channelSafetyBook, guard, teller, clock, logger }, config.watch);
  guard.onNews = () => {
    channelWatch.wake();
    wake();
  };

  const asks = { analystDirectory, orgChart, homeTenantId: config.bot.tenantId };
  const records = { auditTrail, clock, logger };
  const huntingDesk = new HuntingDesk({
    ...records,
    alertLog,
    askedBook,
    audience,
    huntLog,
    hunting,
    peopleBook,
    peopleFinder,
    newCardRef,
    runner: new HuntingRunner({ hunting, clock, logger, metrics, pace: config.hunting }),
    keys: { aliasCandidate: store.aliasCandidate, portalHost: DEFENDER_HOSTS[config.cloud] },
  });
  const listDesk = new ListDesk({
    ...records,
    alertLog,
    askedBook,
    audience,
    incidentSource,
    newCardRef,
    peopleBook,
    peopleFinder,
  });
  const questions = {
    alertLog,
    askedBook,
    audience,
    cardBook,
    clickLog,
    conversationBook,
    expiryBook,
    guard,
    huntingDesk,
    listDesk,
    unsafeChannels,
    wake,
  };
  const run = createRunFollowUp({ ...asks, ...records, ...questions });
  const changes = {
    ...asks,
    ...records,
    alertSource,
    alertEditor,
    alertDetails,
    alertLog,
    askedBook,
    audience,
    cardBook,
    changeRecord,
    clickLog,
    conversationBook,
    expiryBook,
    fourEyes: config.fourEyes,
    guard,
    leases,
    newCardRef,
    openForms,
    revealBook,
    wake,
    newMarker: () => randomBytes(MARKER_BYTES).toString('hex'),
  };
  const turns = connector.createTurns({
    sentenceReader: new OfflineReader(),
    defaultTimeZone: config.defaultTimeZone,
    handleClick: createHandleClick({ ...changes, pressCommand: createPressCommand({ ...changes, run }) }),
    answerCommand: createAnswerCommand({ ...asks, ...records, ...questions, peopleFinder, newCardRef }),
    followInstallation: createFollowInstallation({
      conversationBook,
      clickLog,
      clock,
      guard,
      logger,
      releaseLane: (channel) => pacer.release(channel),
    }),
  });

  const http = new HttpServer({
    host: config.http.host,
    port: config.http.port,
    metricsToken: config.http.metricsToken?.expose() ?? null,
    logger,
    handlers: {
      onActivity: (authorization, rawBody) => turns.onActivity(authorization, rawBody),
      readiness: () =>
        readinessOf({
          now: clock.now(),
          lastLookAt: loop.lastSuccessAt,
          oldestUnsentAt: delivery.backlog.oldestUnsentAt,
          outboxDepth: delivery.backlog.depth,
          pollIntervalMs: config.watch.pollIntervalMs,
        }),
      metricsText: () => metrics.text(),
    },
  });

  const start = async () => {
    await file?.prove();
    await startRecord.start();
    // The embedded store has one process: whatever another one had claimed, that one is dead.
    if (store.embedded) await cardOutbox.recover(clock.now(), true);
    const left = store.embedded ? await clickLog.unfinished() : null;
    const recoverChanges = createRecoverChanges({ alertSource, changeRecord, clickLog, clock, logger }, left);
    const { port } = await http.start();
    loop.start();
    delivery.start();
    anchor.start();
    channelWatch.start();
    revealEnds.start();
    retentionKeeper.start();
    expiry.start();
    recovery.start([recoverChanges, () => hunts.recover()]);
    logger.info('the bot listens', { port });
    return port;
  };

  /** What takes work in stops first, what work needs stops last. */
  const shutDown = async () => {
    const closing = http.stop();
    const jobs = [loop, retentionKeeper, startRecord, channelWatch, expiry, revealEnds, recovery];
    await Promise.all(jobs.map((job) => job.stop()));
    await turns.stop();
    await delivery.stop();
    await anchor.stop();
    await closing;
    connector.stop();
    graph.close();
    await store.close();
  };
  let stopping: Promise<void> | null = null;
  return { logger, start, stop: () => (stopping ??= shutDown()) };
}
