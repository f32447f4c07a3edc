// The metrics of the runtime contract, in a registry of their own.
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../ports/metrics';

export const ALERT_TO_CARD_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900];

export class PrometheusMetrics implements Metrics {
  private readonly registry = new Registry();
  private lastLookAt: number | null = null;
  private readonly seen = this.counter('irm_alerts_seen_total', 'Insider-risk alerts seen for the first time');
  private readonly posted = this.counter('irm_cards_posted_total', 'Alert cards posted');
  private readonly updated = this.counter('irm_cards_updated_total', 'Alert cards updated in place');
  private readonly graph = this.counter('irm_graph_requests_total', 'Requests to Microsoft Graph', ['outcome']);
  private readonly connector = this.counter('irm_connector_requests_total', 'Requests to the Bot Connector', [
    'outcome',
  ]);
  private readonly hunts = this.counter('irm_hunting_queries_total', 'Hunting queries', ['outcome']);
  private readonly actions = this.counter('irm_card_actions_total', 'Presses on cards', ['verb', 'outcome']);
  private readonly refused = this.counter('irm_activities_refused_total', 'Requests refused at the door', ['reason']);
  private readonly looks = this.counter('irm_looks_failed_total', 'Looks at Graph that failed', ['code']);
  private readonly depth: Gauge;
  private readonly toCard: Histogram;

  constructor(private readonly now: () => number = Date.now) {
    const registers = [this.registry];
    const depthHelp = 'Sends to Teams that still have to go out';
    this.depth = new Gauge({ name: 'irm_outbox_depth', help: depthHelp, registers });
    this.toCard = new Histogram({
      name: 'irm_alert_to_card_seconds',
      help: 'From the commit of a new alert to its accepted post',
      buckets: ALERT_TO_CARD_BUCKETS,
      registers,
    });
    const lookAge = () => this.lastLookAgeSeconds();
    new Gauge({
      name: 'irm_last_poll_age_seconds',
      help: 'Age of the last look at Graph that went through; -1 before the first',
      registers,
      collect() {
        this.set(lookAge());
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  alertSeen(count: number): void {
    this.seen.inc(count);
  }

  cardPosted(seconds: number): void {
    this.posted.inc();
    this.toCard.observe(seconds);
  }

  cardUpdated(): void {
    this.updated.inc();
  }

  graphRequest(outcome: string): void {
    this.graph.inc({ outcome });
  }

  connectorRequest(outcome: string): void {
    this.connector.inc({ outcome });
  }

  huntingQuery(outcome: string): void {
    this.hunts.inc({ outcome });
  }

  cardAction(verb: string, outcome: string): void {
    this.actions.inc({ verb, outcome });
  }

  activityRefused(reason: string): void {
    this.refused.inc({ reason });
  }

  outboxDepth(depth: number): void {
    this.depth.set(depth);
  }

  lookSucceeded(): void {
    this.lastLookAt = this.now();
  }

  lookFailed(code: string): void {
    this.looks.inc({ code });
  }

  private lastLookAgeSeconds(): number {
    return this.lastLookAt === null ? -1 : (this.now() - this.lastLookAt) / 1000;
  }

  private counter(name: string, help: string, labelNames: string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}
