// The metrics by the names that dashboards and alarms rely on.
import { ALERT_TO_CARD_BUCKETS, PrometheusMetrics } from '../../src/telemetry/prometheus-metrics';
import { START_MS } from '../builders/instants';

/** Samples by name and labels, as a scraper reads them. */
async function scrape(metrics: PrometheusMetrics): Promise<Map<string, number>> {
  const samples = (await metrics.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('the metrics', () => {
  it.each([
    ['irm_alerts_seen_total', 'counter'],
    ['irm_cards_posted_total', 'counter'],
    ['irm_cards_updated_total', 'counter'],
    ['irm_alert_to_card_seconds', 'histogram'],
    ['irm_graph_requests_total', 'counter'],
    ['irm_connector_requests_total', 'counter'],
    ['irm_outbox_depth', 'gauge'],
    ['irm_last_poll_age_seconds', 'gauge'],
    ['irm_card_actions_total', 'counter'],
    ['irm_hunting_queries_total', 'counter'],
    ['irm_activities_refused_total', 'counter'],
    ['irm_looks_failed_total', 'counter'],
  ])('name %s as a %s from the start', async (name, type) => {
    expect(await new PrometheusMetrics().text()).toContain(`# TYPE ${name} ${type}\n`);
  });

  it('count what happened', async () => {
    const metrics = new PrometheusMetrics();
    metrics.alertSeen(3);
    metrics.alertSeen(2);
    metrics.cardUpdated();
    metrics.graphRequest('ok');
    metrics.graphRequest('throttled');
    metrics.connectorRequest('ok');
    metrics.huntingQuery('ok');
    metrics.cardAction('alert.start', 'applied');
    metrics.activityRefused('badSignature');
    metrics.lookFailed('timedOut');
    metrics.outboxDepth(7);
    metrics.outboxDepth(4);
    const samples = await scrape(metrics);
    expect(Object.fromEntries(samples)).toMatchObject({
      irm_alerts_seen_total: 5,
      irm_cards_updated_total: 1,
      'irm_graph_requests_total{outcome="ok"}': 1,
      'irm_graph_requests_total{outcome="throttled"}': 1,
      'irm_connector_requests_total{outcome="ok"}': 1,
      'irm_hunting_queries_total{outcome="ok"}': 1,
      'irm_card_actions_total{verb="alert.start",outcome="applied"}': 1,
      'irm_activities_refused_total{reason="badSignature"}': 1,
      'irm_looks_failed_total{code="timedOut"}': 1,
      irm_outbox_depth: 4,
    });
  });

  it('put the time from alert to card into the bucket it belongs to', async () => {
    const metrics = new PrometheusMetrics();
    metrics.cardPosted(0.2);
    metrics.cardPosted(20);
    const samples = await scrape(metrics);
    expect(samples.get('irm_cards_posted_total')).toBe(2);
    expect(samples.get('irm_alert_to_card_seconds_count')).toBe(2);
    expect(samples.get('irm_alert_to_card_seconds_bucket{le="0.1"}')).toBe(0);
    expect(samples.get('irm_alert_to_card_seconds_bucket{le="0.25"}')).toBe(1);
    expect(samples.get('irm_alert_to_card_seconds_bucket{le="30"}')).toBe(2);
    expect(ALERT_TO_CARD_BUCKETS).toEqual([...ALERT_TO_CARD_BUCKETS].sort((a, b) => a - b));
  });

  it('give the age of the last look that went through, and -1 before the first', async () => {
    let now = START_MS;
    const metrics = new PrometheusMetrics(() => now);
    expect((await scrape(metrics)).get('irm_last_poll_age_seconds')).toBe(-1);
    metrics.lookSucceeded();
    now += 12_500;
    metrics.lookFailed('timedOut');
    expect((await scrape(metrics)).get('irm_last_poll_age_seconds')).toBe(12.5);
  });

  it('stand apart from those of another instance', async () => {
    const first = new PrometheusMetrics();
    first.alertSeen(9);
    expect((await scrape(new PrometheusMetrics())).get('irm_alerts_seen_total')).toBe(0);
  });
});
