// Reads alerts as Microsoft's documentation prints them, and as an insider-risk alert is expected to look, where a copy
// of those samples lies beside the checkout. Expected values are taken from the samples themselves.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isInsiderRisk, type Alert } from '../../src/domain/alert';
import { toTextRun } from '../../src/domain/untrusted';
import { alertFromGraph } from '../../src/graph/alert-from-graph';
import { errorFromAnswer } from '../../src/graph/graph-errors';

const samples = path.resolve(process.cwd(), '..', 'shared', 'reference', 'samples');
const beside = existsSync(samples);
const TENANT = '00000000-0000-4000-8000-00000000000a';

type Wire = Record<string, unknown>;

function sample(name: string): Wire {
  return JSON.parse(readFileSync(path.join(samples, `${name}.json`), 'utf8')) as Wire;
}

/** The alerts of a list, of a single answer, or inside incidents. */
function alertsIn(name: string): Wire[] {
  const body = sample(name);
  const elements = Array.isArray(body['value']) ? (body['value'] as Wire[]) : [body];
  return elements.flatMap((element) => (Array.isArray(element['alerts']) ? (element['alerts'] as Wire[]) : [element]));
}

function read(wire: Wire): Alert {
  const alert = alertFromGraph(wire, TENANT);
  if (alert === null) throw new Error('a published alert was not read');
  return alert;
}

const word = (value: unknown) => (value === 'unknown' ? null : (value ?? null));
const kinds = (wire: Wire) => (wire['evidence'] as Wire[]).map((evidence) => String(evidence['@odata.type']));

const published = [
  'alert-get.response',
  'alerts-list.response',
  'alert-update.response',
  'incidents-list-expand-alerts.response',
];
const constructed = 'constructed/irm-alerts-list.constructed';

function comparePublished(): void {
  test.each([...published, constructed])('%s are read whole', (name) => {
    const wires = alertsIn(name);
    expect(wires.length).toBeGreaterThan(0);
    for (const wire of wires) {
      const alert = read(wire);
      expect(alert).toMatchObject({
        id: wire['id'],
        incidentId: wire['incidentId'],
        status: word(wire['status']),
        severity: word(wire['severity']),
        classification: word(wire['classification']),
        determination: word(wire['determination']),
        serviceSource: wire['serviceSource'],
        detectionSource: wire['detectionSource'],
        alertWebUrl: wire['alertWebUrl'],
        mitreTechniques: wire['mitreTechniques'],
        commentCount: (wire['comments'] as unknown[]).length,
      });
      expect(alert.title && toTextRun(alert.title)).toBe(wire['title']);
      expect(alert.lastUpdateDateTime?.startsWith(String(wire['lastUpdateDateTime']).replace('Z', ''))).toBe(true);
      expect(alert.categories.length).toBeGreaterThan(0);
    }
  });

  test.each(published)('%s are told from insider-risk alerts', (name) => {
    for (const wire of alertsIn(name)) expect(isInsiderRisk(read(wire))).toBe(false);
  });

  test('evidence of four kinds is counted', () => {
    const [wire] = alertsIn('alert-get.response');
    if (wire === undefined) throw new Error('no alert in the sample');
    expect(kinds(wire)).toHaveLength(4);
    expect(read(wire).evidence).toEqual({ files: 1, labels: 0, destinations: 0, devices: 1, others: 2 });
    expect(read(wire).subject).toBeNull();
  });

  test('an insider-risk alert names its subject', () => {
    for (const wire of alertsIn(constructed)) {
      const [user] = wire['evidence'] as Wire[];
      const account = user?.['userAccount'] as Wire;
      const alert = read(wire);
      expect(isInsiderRisk(alert)).toBe(true);
      expect(alert.evidence).toEqual({ files: 0, labels: 0, destinations: 0, devices: 1, others: 0 });
      expect(alert.subject).toMatchObject({
        objectId: account['azureAdUserId'],
        userPrincipalName: account['userPrincipalName'],
        displayName: account['displayName'],
      });
    }
  });

  test.each([
    ['400-alert-update-invalid-body', 'badRequest', 'InvalidRequestBody'],
    ['401-expired-token.partial', 'unauthorised', 'InvalidAuthenticationToken'],
    ['403-missing-app-role.partial', 'forbidden', 'Forbidden'],
    ['429-generic', 'throttled', 'TooManyRequests'],
    ['429-generic-fractional-retry-after', 'throttled', 'TooManyRequests'],
    ['500-hunting-unknown', 'unavailable', 'UnknownError'],
    ['504-hunting-gateway-timeout', 'timedOut', 'UnknownError'],
  ])('the refusal %s is %s', (name, code, detail) => {
    const answer = sample(`errors/${name}`);
    const headers = new Headers(answer['headers'] as Record<string, string>);
    const error = errorFromAnswer(Number(answer['status']), headers, answer['body'], 0);
    expect(error).toMatchObject({ code, detail, status: answer['status'] });
    const wait = headers.get('retry-after');
    expect(error.retryAfterMs).toBe(wait === null ? undefined : Number(wait) * 1_000);
  });
}

if (beside) {
  describe('alerts as published', comparePublished);
} else {
  test('published samples are not beside this checkout: nothing to compare with', () => {
    process.stderr.write('alerts: no samples beside this checkout, comparison left out\n');
    expect(beside).toBe(false);
  });
}
