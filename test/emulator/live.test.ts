import { IRM_SOURCE } from '../../src/emulator/alert';
import { createLiveFeed } from '../../src/emulator/live';
import { createWorld, type WorldEvent } from '../../src/emulator/world';

const feed = () => {
  const world = createWorld();
  const events: WorldEvent[] = [];
  world.subscribe((event) => events.push(event));
  return { world, events, live: createLiveFeed(world) };
};

const until = async (holds: () => boolean) => {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('the live feed', () => {
  it('raises an insider-risk alert at every beat and changes an old one at every second', () => {
    const { world, events, live } = feed();
    for (let beats = 0; beats < 20; beats += 1) live.beat();
    const kinds = events.map((event) => event.kind);
    expect(kinds.filter((kind) => kind === 'added')).toHaveLength(20);
    expect(kinds.filter((kind) => kind === 'changed')).toHaveLength(10);
    const added = events.filter((event) => event.kind === 'added').map((event) => world.alerts.get(event.id));
    expect(added.every((alert) => alert?.serviceSource === IRM_SOURCE)).toBe(true);
    expect(new Set(added.map((alert) => alert?.title)).size).toBeGreaterThan(3);
  });

  it('in time brings more evidence, a risen severity and a resolution in Purview', () => {
    const { world, live } = feed();
    const resolvedBefore = world.alerts.all().filter((alert) => alert.status === 'resolved').length;
    for (let beats = 0; beats < 60; beats += 1) live.beat();
    const files = JSON.stringify(world.alerts.all());
    expect(files).toContain('collected-');
    expect(world.alerts.all().filter((alert) => alert.status === 'resolved').length).toBeGreaterThan(resolvedBefore);
  });

  it('starts after the wait it is given, goes on at its pace, and stops', async () => {
    const { events, live } = feed();
    const added = () => events.filter((event) => event.kind === 'added').length;
    live.start({ everyMs: 30, firstAfterMs: 5 });
    expect(live.everyMs()).toBe(30);
    await until(() => added() >= 2);
    live.stop();
    expect(live.everyMs()).toBeNull();
    const seen = added();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(seen).toBeGreaterThanOrEqual(2);
    expect(added()).toBe(seen);
  });
});
