// The live feed: as time passes, Purview raises new alerts and old ones change. Chance comes from a seeded generator,
// so that a feed can be repeated.
import type { Alert } from './alert';
import { IRM_SOURCE } from './alert';
import { createChance, type Chance } from './chance';
import { raiseAlert } from './raise-alert';
import { evidenceFromSeed } from './seed/evidence-from-seed';
import type { World } from './world';

export interface LiveOptions {
  everyMs: number;
  /** When the first alert comes; one interval when absent. */
  firstAfterMs?: number | undefined;
  /** The same number gives the same choices. */
  chanceSeed?: number | undefined;
}

export interface LiveFeed {
  start(options: LiveOptions): void;
  stop(): void;
  /** The interval while it runs, else null. */
  everyMs(): number | null;
  /** One beat now: a new alert, and on every second beat a change to an old one. */
  beat(): void;
}

const SEVERITY_ABOVE: Record<string, string> = { informational: 'low', low: 'medium', medium: 'high' };

export function createLiveFeed(world: World): LiveFeed {
  let timer: NodeJS.Timeout | undefined;
  let everyMs: number | null = null;
  let beats = 0;
  let chance = createChance(1);
  const beat = () => {
    beats += 1;
    raiseLiveAlert(world, chance);
    if (beats % 2 === 0) changeOldAlert(world, chance);
  };
  const next = (inMs: number) => {
    timer = setTimeout(() => {
      beat();
      if (everyMs !== null) next(everyMs);
    }, inMs);
    timer.unref();
  };
  const stop = () => {
    clearTimeout(timer);
    everyMs = null;
  };
  return {
    start(options) {
      stop();
      everyMs = options.everyMs;
      if (options.chanceSeed !== undefined) chance = createChance(options.chanceSeed);
      next(options.firstAfterMs ?? options.everyMs);
    },
    stop,
    everyMs: () => everyMs,
    beat,
  };
}

function raiseLiveAlert(world: World, chance: Chance): void {
  const { subjects, severities, alerts } = world.templates.live;
  const story = chance.pick(alerts);
  const account = chance.pick(subjects);
  if (!story || !account) return;
  const subject = world.tenant.people.find((person) => person.accountName === account) ?? null;
  raiseAlert(world, { ...story, subject, severity: chance.pick(severities) ?? 'medium' });
}

function changeOldAlert(world: World, chance: Chance): void {
  const open = world.alerts.all().filter((alert) => alert.serviceSource === IRM_SOURCE && alert.status !== 'resolved');
  const alert = chance.pick(open);
  const change = chance.pick([grownEvidence, risenSeverity, resolvedInPurview]);
  if (alert && change) world.alerts.change(alert.id, change(world, alert));
}

function grownEvidence(world: World, alert: Alert): Partial<Alert> {
  const evidence = alert.evidence ?? [];
  const word = `file:C:\\Users\\Public\\Downloads\\collected-${evidence.length + 1}.zip`;
  const added = evidenceFromSeed(word, { tenant: world.tenant, subject: null, at: world.ticks.next() });
  return { evidence: [...evidence, added] };
}

function risenSeverity(world: World, alert: Alert): Partial<Alert> {
  const above = SEVERITY_ABOVE[alert.severity];
  return above === undefined ? grownEvidence(world, alert) : { severity: above };
}

function resolvedInPurview(world: World): Partial<Alert> {
  const reviewer = world.tenant.people.find((person) => person.roles.includes('investigator'));
  return {
    status: 'resolved',
    classification: 'falsePositive',
    determination: 'notMalicious',
    assignedTo: reviewer?.userPrincipalName ?? null,
  };
}
