// Every cell of the role matrix through the real workflows: an allowed deed takes effect, a forbidden one has none and
// leaves at most one line, memory counts for views alone, and doubt about a role is a no.
import { BotError } from '../../src/domain/errors';
import { ROLES, type Role } from '../../src/domain/analyst';
import { BEFORE, DOING, giveRoles, rememberRoles, sceneFor, type Scene } from './matrix-deeds';
import { DEEDS, FOR_EVERYONE, mayDo, PEOPLE, person, VIEWS, type Deed, type Who } from './role-matrix';

interface Outcome {
  done: boolean;
  writes: number;
  sends: number;
  audited: string[];
}

/** Does the deed and gives what came of it, apart from what was there before. */
async function attempt(scene: Scene, deed: Deed, doubt: (scene: Scene) => void = () => {}): Promise<Outcome> {
  await BEFORE[deed]?.(scene);
  const before = { writes: scene.writes(), sends: scene.rig.state.sends.length, audit: scene.audit().length };
  doubt(scene);
  const done = await DOING[deed](scene);
  return {
    done,
    writes: scene.writes() - before.writes,
    sends: scene.rig.state.sends.length - before.sends,
    audited: scene.audit().slice(before.audit),
  };
}

/** What a refusal may have as its reason; a stranger's is always that they are one. */
const REASONS = { member: 'noRole|lookupFailed', guest: 'noRole|lookupFailed', stranger: 'otherTenant' };

function expectOutcome(who: Who, outcome: Outcome, expected: 'yes' | 'no'): void {
  if (expected === 'yes') {
    expect(outcome.done).toBe(true);
    return;
  }
  const { done, writes, sends, audited } = outcome;
  expect({ done, writes, sends }).toEqual({ done: false, writes: 0, sends: 0 });
  expect(audited.length).toBeLessThanOrEqual(1);
  const { is } = person(who);
  const reasons = is === 'subject' ? 'isSubject|noRole|lookupFailed' : REASONS[is];
  for (const line of audited) expect(line).toMatch(new RegExp(` refused (${reasons})$`));
}

/** The cells, with what is expected when views go by the one roles and everything else by the other. */
function cellsBy(remembered: (who: Who) => readonly Role[], now: (who: Who) => readonly Role[]) {
  return DEEDS.flatMap((deed) =>
    PEOPLE.map((who) => {
      const roles = VIEWS.includes(deed) ? remembered(who) : now(who);
      return [who, deed, mayDo(who, deed, roles) ? 'yes' : 'no'] as const;
    }),
  );
}

const own = (who: Who) => person(who).roles;
const none = () => [];
const all = () => ROLES;
const deniable = cellsBy(none, none).filter(([, deed]) => !FOR_EVERYONE.includes(deed));

describe('the role matrix', () => {
  it.each(cellsBy(own, own))('%s, %s: %s', async (who, deed, expected) => {
    expectOutcome(who, await attempt(await sceneFor(who), deed), expected);
  });

  it.each(cellsBy(all, none))('while memory alone gives every role, %s, %s: %s', async (who, deed, expected) => {
    const outcome = await attempt(await sceneFor(who), deed, (scene) => {
      giveRoles(scene, []);
      rememberRoles(scene, ROLES);
    });
    expectOutcome(who, outcome, expected);
  });

  it.each(cellsBy(none, own))('while memory knows of no role yet, %s, %s: %s', async (who, deed, expected) => {
    const outcome = await attempt(await sceneFor(who), deed, (scene) => rememberRoles(scene, []));
    expectOutcome(who, outcome, expected);
  });

  it.each(deniable)('with every role taken away a moment before, %s, %s: %s', async (who, deed, expected) => {
    expectOutcome(who, await attempt(await sceneFor(who), deed, (scene) => giveRoles(scene, [])), expected);
  });

  it.each(deniable)('while the directory does not answer, %s, %s: %s', async (who, deed, expected) => {
    const outcome = await attempt(await sceneFor(who), deed, ({ rig }) => {
      rig.analystDirectory.down = new BotError('timedOut', { from: 'graph' });
    });
    expectOutcome(who, outcome, expected);
  });

  it.each(cellsBy(all, none))(
    'while nothing but memory of every role answers, %s, %s: %s',
    async (who, deed, expected) => {
      const outcome = await attempt(await sceneFor(who), deed, (scene) => {
        rememberRoles(scene, ROLES);
        scene.rig.analystDirectory.down = new BotError('timedOut', { from: 'graph' });
      });
      expectOutcome(who, outcome, expected);
    },
  );
});
