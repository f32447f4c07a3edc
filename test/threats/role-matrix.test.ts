// Every cell of the role matrix through the real workflows: an allowed deed takes effect, a forbidden one has none and
// leaves at most one line, and doubt about a role is a no.
import { BotError } from '../../src/domain/errors';
import { ROLES } from '../../src/domain/analyst';
import { hasDetails } from '../../src/domain/disclosure';
import type { Command } from '../../src/domain/command';
import type { PersonIdentity } from '../../src/domain/person';
import { createAnswerCommand } from '../../src/workflows/answer-command';
import type { ClickAnswer } from '../../src/workflows/click';
import { aConversation, anAsk, CHANNEL, IN_PERSONAL_CHAT, PERSONAL_CHAT, presser } from '../builders/click';
import {
  ADMIN,
  ANALYST,
  AUDITOR,
  GUEST,
  INVESTIGATOR,
  OTHER_TENANT,
  SECOND_ANALYST,
  SUBJECT,
  WITHOUT_ROLE,
} from '../builders/people';
import { COMPLETE, createClickRig, type ClickRig } from '../workflows/click-rig';
import { storedNow, sayingOf } from '../workflows/workflow-rig';
import { DEEDS, FOR_EVERYONE, mayDo, PEOPLE, type Deed, type Who } from './role-matrix';

const PERSON: Record<Who, PersonIdentity> = {
  'no role': WITHOUT_ROLE,
  analyst: ANALYST,
  investigator: INVESTIGATOR,
  admin: ADMIN,
  auditor: AUDITOR,
  'the alert’s subject': SUBJECT,
  guest: GUEST,
  'other tenant': SECOND_ANALYST,
};

interface Scene extends ClickRig {
  who: Who;
}

const asked = ({ who }: Scene) => presser(PERSON[who], who === 'other tenant' ? { tenantId: OTHER_TENANT } : {});

/** The subject and the stranger hold every role there is: only who they are can stand in their way. */
async function sceneFor(who: Who): Promise<Scene> {
  const click = await createClickRig();
  const { analystDirectory } = click.rig;
  if (who === 'the alert’s subject' || who === 'other tenant') analystDirectory.setRoles(PERSON[who], ROLES);
  return { ...click, who };
}

function press(scene: Scene, verb: string, more = {}): Promise<ClickAnswer> {
  return scene.press(PERSON[scene.who], verb, { ...COMPLETE[verb], presser: asked(scene), ...more });
}

async function say(scene: Scene, command: Command, alone = false): Promise<string> {
  const place = alone ? { place: IN_PERSONAL_CHAT, conversation: aConversation(PERSONAL_CHAT) } : {};
  const answer = await createAnswerCommand(scene.rig)(anAsk(command, { asker: asked(scene), ...place }));
  return sayingOf(answer)?.code ?? 'nothing';
}

/** True when something reached Graph. */
async function wrote(scene: Scene, verb: string, more = {}): Promise<boolean> {
  const before = scene.writes();
  await press(scene, verb, more);
  return scene.writes() > before;
}

const isSubscribed = ({ rig }: Scene) => rig.state.subscriptions.has(CHANNEL);

/** What each deed needs to be done before, by somebody who may. */
const BEFORE: Partial<Record<Deed, (scene: Scene) => Promise<unknown>>> = {
  reopen: (scene) => scene.press(ANALYST, 'alert.resolve', COMPLETE['alert.resolve']),
  'subscribe a channel': async ({ rig }) => rig.conversationBook.subscribe(CHANNEL, null, 'nobody', rig.clock.now()),
};

/** Tries the deed; true when it took effect. */
const DOING: Record<Deed, (scene: Scene) => Promise<boolean>> = {
  'get the posted card from refresh': async (scene) => (await press(scene, 'alert.refresh')).show === 'card',
  'see details': async (scene) => {
    const answer = await press(scene, 'alert.refresh');
    return answer.show === 'card' && hasDetails(answer.view);
  },
  'open the resolve form': async (scene) => (await press(scene, 'alert.resolveForm')).show === 'form',
  start: (scene) => wrote(scene, 'alert.start'),
  'assign to oneself': (scene) => wrote(scene, 'alert.assignToMe'),
  comment: (scene) => wrote(scene, 'alert.comment'),
  'resolve with classification': (scene) => wrote(scene, 'alert.resolve'),
  reopen: async (scene) => {
    const { version } = await storedNow(scene.rig, scene.alert.id);
    return wrote(scene, 'alert.reopen', { version });
  },
  'show an alert': async (scene) => {
    const before = scene.rig.state.sends.length;
    await say(scene, { command: 'showAlert', alert: '1000' }, true);
    return scene.rig.state.sends.length > before;
  },
  'subscribe a channel': async (scene) => {
    await say(scene, { command: 'subscribeChannel' });
    return isSubscribed(scene);
  },
  'end a subscription': async (scene) => {
    await say(scene, { command: 'unsubscribeChannel' });
    return !isSubscribed(scene);
  },
  'list subscriptions': async (scene) => (await say(scene, { command: 'listSubscriptions' })) === 'subscriptions',
  'reveal a name': async (scene) => JSON.stringify(await press(scene, 'alert.reveal')).includes('Mira'),
};

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

function expectNothingDone({ done, writes, sends, audited }: Outcome): void {
  expect({ done, writes, sends }).toEqual({ done: false, writes: 0, sends: 0 });
  expect(audited.length).toBeLessThanOrEqual(1);
  for (const line of audited) expect(line).toMatch(/ refused (noRole|isSubject|otherTenant|lookupFailed)$/);
}

const cells = DEEDS.flatMap((deed) => PEOPLE.map((who) => [who, deed, mayDo(who, deed) ? 'yes' : 'no'] as const));
const deniable = cells.filter(([, deed]) => !FOR_EVERYONE.includes(deed));

describe('the role matrix', () => {
  it.each(cells)('%s, %s: %s', async (who, deed, expected) => {
    const outcome = await attempt(await sceneFor(who), deed);
    if (expected === 'no') expectNothingDone(outcome);
    else expect(outcome.done).toBe(true);
  });

  it.each(deniable)('while the directory does not answer, %s, %s: no', async (who, deed) => {
    const outcome = await attempt(await sceneFor(who), deed, ({ rig }) => {
      rig.analystDirectory.down = new BotError('timedOut', { from: 'graph' });
    });
    expectNothingDone(outcome);
  });

  it.each(deniable)('with every role taken away a moment before, %s, %s: no', async (who, deed) => {
    const outcome = await attempt(await sceneFor(who), deed, ({ rig }) => {
      rig.analystDirectory.setRoles(PERSON[who], []);
    });
    expectNothingDone(outcome);
  });
});
