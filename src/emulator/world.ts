// What every room of the emulator shares: the sample tenant, its alerts, the clock, faults, the recorder and a way to
// tell open pages that something changed.
import { AlertTable } from './alert-table';
import type { Tenant } from './entities';
import { HuntingData } from './hunting/hunting-data';
import { DEFAULT_EVENTS } from './hunting/month-of-events';
import { FaultTable } from './faults';
import { createTickClock, type TickClock } from './instants';
import { Recorder } from './recorder';
import { alertsFromSeed } from './seed/alerts-from-seed';
import { readSeed } from './seed/read-seed';
import type { IncidentRow } from './seed/incident-schema';
import type { SeedTemplates } from './seed/seed-schema';
import { tenantFromSeed } from './seed/tenant-from-seed';
import type { SeedLabel } from './seed/workplace-schema';
import { createSwitches, type Switches } from './switches';

/** One thing that pages redraw for; `topic` says whose (`alert`, or a room's own word). */
export interface WorldEvent {
  topic: string;
  kind: string;
  id: string;
}

export interface World {
  tenant: Tenant;
  alerts: AlertTable;
  templates: SeedTemplates;
  incidentRows: readonly IncidentRow[];
  labels: readonly SeedLabel[];
  hunting: HuntingData;
  startedAt: Date;
  clock(): Date;
  ticks: TickClock;
  switches: Switches;
  faults: FaultTable;
  recorder: Recorder;
  notify(event: WorldEvent): void;
  /** Returns the way to stop listening. */
  subscribe(listener: (event: WorldEvent) => void): () => void;
}

export interface WorldOptions {
  /** Path of another seed file; the sample tenant when absent. */
  seedFile?: string | undefined;
  clock?: (() => Date) | undefined;
  switches?: Partial<Switches> | undefined;
  /** Rows of the hunting tables' month. */
  events?: number | undefined;
}

/** Builds the sample tenant from its seed. Throws an error naming every fault of the seed file. */
export function createWorld(options: WorldOptions = {}): World {
  const clock = options.clock ?? (() => new Date());
  const seed = readSeed(options.seedFile);
  const tenant = tenantFromSeed(seed);
  const ticks = createTickClock(clock);
  const listeners = new Set<(event: WorldEvent) => void>();
  const notify = (event: WorldEvent) => listeners.forEach((listener) => listener(event));
  const alerts = new AlertTable(ticks, (event) => notify({ topic: 'alert', ...event }));
  const switches = createSwitches(options.switches);
  const startedAt = clock();
  for (const alert of alertsFromSeed(seed, tenant, startedAt, switches.unknownForNull)) alerts.add(alert);
  const { templates, labels, workplace, incidents: incidentRows } = seed;
  const hunting = new HuntingData({
    tenant,
    workplace,
    labels,
    alerts: () => alerts.all(),
    startedAt,
    events: options.events ?? DEFAULT_EVENTS,
  });
  return {
    tenant,
    alerts,
    templates,
    incidentRows,
    labels,
    hunting,
    startedAt,
    clock,
    ticks,
    switches,
    faults: new FaultTable(),
    recorder: new Recorder(),
    notify,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
