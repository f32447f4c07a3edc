// Metrics that a test can read, each call as it came.
import type { Metrics } from '../../src/ports/metrics';

export class FakeMetrics implements Metrics {
  seen = 0;
  updated = 0;
  looksSucceeded = 0;
  depth: number | null = null;
  /** Seconds from first sight to post, one per post. */
  readonly posted: number[] = [];
  readonly looksFailed: string[] = [];
  readonly graphRequests: string[] = [];
  readonly connectorRequests: string[] = [];
  readonly huntingQueries: string[] = [];
  readonly cardActions: string[] = [];
  readonly activitiesRefused: string[] = [];

  alertSeen(count: number): void {
    this.seen += count;
  }

  cardPosted(secondsSinceFirstSeen: number): void {
    this.posted.push(secondsSinceFirstSeen);
  }

  cardUpdated(): void {
    this.updated += 1;
  }

  graphRequest(outcome: string): void {
    this.graphRequests.push(outcome);
  }

  connectorRequest(outcome: string): void {
    this.connectorRequests.push(outcome);
  }

  huntingQuery(outcome: string): void {
    this.huntingQueries.push(outcome);
  }

  cardAction(verb: string, outcome: string): void {
    this.cardActions.push(`${verb} ${outcome}`);
  }

  activityRefused(reason: string): void {
    this.activitiesRefused.push(reason);
  }

  outboxDepth(depth: number): void {
    this.depth = depth;
  }

  lookSucceeded(): void {
    this.looksSucceeded += 1;
  }

  lookFailed(code: string): void {
    this.looksFailed.push(code);
  }
}
