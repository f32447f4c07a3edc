// What was interrupted is settled again and again: one job's failure is no other's.
import { RECOVER_EVERY_MS, RecoveryLoop } from '../../src/workflows/recovery-loop';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLogger } from '../fakes/fake-logger';

function createLoop() {
  const [clock, logger] = [new FakeClock('stands'), new FakeLogger()];
  return { clock, logger, loop: new RecoveryLoop({ clock, logger }) };
}

test('every job is run at the start and every minute from then on, until it is stopped', async () => {
  const { clock, loop } = createLoop();
  let runs = 0;
  loop.start([async () => (runs += 1)]);
  await clock.settle();
  expect(runs).toBe(1);
  await clock.advance(RECOVER_EVERY_MS - 1);
  expect(runs).toBe(1);
  await clock.advance(1);
  expect(runs).toBe(2);
  await loop.stop();
  await clock.advance(RECOVER_EVERY_MS);
  expect([runs, RECOVER_EVERY_MS]).toEqual([2, 60_000]);
});

test('a job that fails is said, tried again, and keeps no other from its turn', async () => {
  const { clock, logger, loop } = createLoop();
  let [failed, ran] = [0, 0];
  const failing = async () => {
    failed += 1;
    throw new Error('unforeseen');
  };
  loop.start([failing, async () => (ran += 1)]);
  await clock.settle();
  await clock.advance(RECOVER_EVERY_MS);
  expect([failed, ran, logger.at('error').length]).toEqual([2, 2, 2]);
  await loop.stop();
});
