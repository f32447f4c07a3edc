// What is counted. Labels are closed lists; nothing about a person or a single alert is a label.

export interface Metrics {
  alertSeen(count: number): void;
  cardPosted(secondsSinceFirstSeen: number): void;
  cardUpdated(): void;
  graphRequest(outcome: string): void;
  connectorRequest(outcome: string): void;
  huntingQuery(outcome: string): void;
  cardAction(verb: string, outcome: string): void;
  activityRefused(reason: string): void;
  outboxDepth(depth: number): void;
  lookSucceeded(): void;
  lookFailed(code: string): void;
}
