// Whatever happens at Graph while pages are read, in the end every alert is known as Graph has it. Random histories.
import fc from 'fast-check';
import { instantFromMs } from '../../src/domain/instant';
import { WHOLE_OVERLAP_EVERY_MS } from '../../src/workflows/look-plan';
import { alertId, anAlert, changed } from '../builders/alert';
import { MINUTE, SECOND, START_MS } from '../builders/instants';
import { createRig, subscribe, watchOf, type WorkflowRig } from './workflow-rig';

type Step = { does: 'raise' | 'edit'; which: number; afterMs: number };

const steps = fc.array(
  fc.record({
    does: fc.constantFrom('raise' as const, 'edit' as const, 'edit' as const),
    which: fc.nat(30),
    afterMs: fc.constantFrom(0, 1, 40 * SECOND, 5 * MINUTE),
  }),
  { maxLength: 25 },
);
const histories = fc.record({
  pageSize: fc.integer({ min: 1, max: 4 }),
  before: fc.integer({ min: 0, max: 8 }),
  steps,
  looks: fc.integer({ min: 1, max: 4 }),
  clockOff: fc.constantFrom(0, -10 * MINUTE, 10 * MINUTE),
});

const STATUSES = ['new', 'inProgress', 'resolved'] as const;

/** Does the next step of the history at every read, as long as there is one. */
function editWhileReading(rig: WorkflowRig, history: readonly Step[]): void {
  const left = [...history];
  let raised = 100;
  rig.alertSource.beforeRead = () => {
    const step = left.shift();
    if (step === undefined) return;
    rig.alertSource.nowMs += step.afterMs;
    rig.clock.jumpTo(rig.clock.now() + step.afterMs);
    const lastUpdateDateTime = instantFromMs(rig.alertSource.nowMs);
    const known = rig.alertSource.all();
    const target = known[step.which % Math.max(1, known.length)];
    if (step.does === 'raise' || target === undefined) {
      raised += 1;
      rig.alertSource.put(anAlert({ id: alertId(raised), createdDateTime: lastUpdateDateTime, lastUpdateDateTime }));
    } else {
      const status = STATUSES[step.which % 3] ?? 'new';
      rig.alertSource.put(changed(target, { status, commentCount: step.which, lastUpdateDateTime }));
    }
  };
}

describe('any history of edits made while pages are read', () => {
  it('ends with every alert known as Graph has it, each with one card at most', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ pageSize, before, steps: history, looks, clockOff }) => {
        const rig = createRig();
        await subscribe(rig);
        rig.clock.jumpTo(START_MS + clockOff);
        rig.alertSource.pageSize = pageSize;
        for (let index = 0; index < before; index += 1) rig.alertSource.put(anAlert({ id: alertId(index) }));
        const { look } = await watchOf(rig);
        await look();
        await look();
        editWhileReading(rig, history);
        let mark = rig.state.watch.watermark ?? '';
        for (let count = 0; count < looks; count += 1) {
          await look();
          const next = rig.state.watch.watermark ?? '';
          expect(next >= mark).toBe(true);
          mark = next;
        }
        // A busy overlap is read whole every ten minutes only: by then at the latest.
        rig.alertSource.beforeRead = () => undefined;
        rig.clock.jumpTo(rig.clock.now() + WHOLE_OVERLAP_EVERY_MS);
        await look();
        const stored = await rig.alertLog.find(rig.alertSource.all().map((alert) => alert.id));
        for (const alert of rig.alertSource.all()) expect(stored.get(alert.id)?.contentHash).toBe(alert.contentHash);
        const cards = rig.state.cards.map((card) => `${card.alertNumber} ${card.channel}`);
        expect(new Set(cards).size).toBe(cards.length);
        const posted = rig.state.sends.filter((send) => send.kind === 'post').map((send) => send.alertNumber);
        expect(new Set(posted).size).toBe(posted.length);
      }),
      { numRuns: 500 },
    );
  });
});
