// Work that outlives its request: bounded, waited for, and never waited for endlessly.
import { FakeClock } from '../fakes/fake-clock';
import { WorkInHand } from '../../src/teams/work-in-hand';

function held() {
  let finish: (value: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const work = new Promise<string>((resolve, reject) => ((finish = resolve), (fail = reject)));
  return { work, finish, fail };
}

it('work is in hand until it ends, well or badly', async () => {
  const clock = new FakeClock('stands');
  const hand = new WorkInHand(clock, 2);
  const [one, two] = [held(), held()];
  hand.track(one.work);
  hand.track(two.work).catch(() => {});
  expect(hand.isFull()).toBe(true);
  one.finish('done');
  await clock.settle();
  expect(hand.isFull()).toBe(false);
  two.fail(new Error('badly'));
  await hand.settled(1_000);
  expect(clock.sleeping).toBe(0);
});

it('a wait ends with the work or with the time, whichever is first', async () => {
  const clock = new FakeClock('stands');
  const hand = new WorkInHand(clock, 2);
  const quick = held();
  const answered = hand.within(quick.work, 100);
  quick.finish('done');
  expect(await answered).toEqual({ value: 'done' });
  expect(clock.sleeping).toBe(0);
  const late = hand.within(held().work, 100);
  await clock.advance(100);
  expect(await late).toBeNull();
});

it('a wait whose time is over already ends at once', async () => {
  const clock = new FakeClock('stands');
  const late = new WorkInHand(clock, 1).within(held().work, -5);
  await clock.advance(0);
  expect(await late).toBeNull();
});

it('stopping does not wait longer than its grace', async () => {
  const clock = new FakeClock('stands');
  const hand = new WorkInHand(clock, 1);
  hand.track(held().work);
  let stopped = false;
  const stopping = hand.settled(5_000).then(() => (stopped = true));
  await clock.advance(4_999);
  expect(stopped).toBe(false);
  await clock.advance(1);
  await stopping;
});
