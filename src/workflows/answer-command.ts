// A typed command, from who asks to what is said. Commands that need a role ask the directory afresh; a refusal says
// the same whether anything exists or not.
import type { Action, Role } from '../domain/analyst';
import type { Command, CommandName, IncidentSlots, ListSlots } from '../domain/command';
import { isBotError } from '../domain/errors';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import type { AskedBook } from '../ports/asked-book';
import type { CardBook } from '../ports/card-book';
import type { ClickLog } from '../ports/click-log';
import { said, type Answer } from './answer';
import type { AnswerCommand, Ask } from './ask';
import { meaningOf, type Meaning, type MeaningDeps } from './command-meaning';
import type { HuntingDesk } from './hunting-desk';
import type { ListDesk } from './list-desk';
import { ownRoles } from './own-roles';
import { proposeChange, type ProposeDeps } from './propose-change';
import { sayingForFailure } from './make-change';
import { refuse, sayingFor, sayingForQuestion } from './refuse';
import { refusedHere, type UnsafePlaceDeps } from './refuse-unsafe';
import { showAlert, type ShowDeps } from './show-alert';
import { listSubscriptions, subscribeChannel, unsubscribeChannel, type SubscribeDeps } from './subscribe-channel';
import { directoryPerson, identityOf, refusal, whoAsks, type KnownAsker, type WhoAsksDeps } from './who-asks';

/** Teams may deliver a message again after a slow answer; within this time it is the same message. */
export const SAME_MESSAGE_MS = 600_000;

type Parts = WhoAsksDeps & SubscribeDeps & ShowDeps & MeaningDeps & ProposeDeps & UnsafePlaceDeps;

export interface CommandDeps extends Parts {
  guard: SubscribeDeps['guard'] & UnsafePlaceDeps['guard'];
  askedBook: AskedBook;
  clickLog: ClickLog;
  cardBook: CardBook;
  huntingDesk: Pick<HuntingDesk, 'answer'>;
  listDesk: Pick<ListDesk, 'alerts' | 'incidents' | 'incident'>;
}

/** A command whose asker is known and may. */
interface RoleAsked {
  ask: Ask;
  meaning: Meaning;
  known: KnownAsker;
}

type ListCommand = Extract<Command, { command: 'listAlerts' | 'listIncidents' | 'showIncident' }>;
type ChangeCommand = Extract<Command, { command: 'changeAlert' }>;
type HuntingCommand = Extract<Command, { command: 'summarizeHunting' }>;

const WORKERS = ['analyst', 'investigator'] as const;

interface Need {
  action: Action;
  roles: readonly Role[];
}

const NEEDS: Partial<Record<CommandName, Need>> = {
  subscribeChannel: { action: 'subscribeChannel', roles: ['admin'] },
  unsubscribeChannel: { action: 'subscribeChannel', roles: ['admin'] },
  listSubscriptions: { action: 'subscribeChannel', roles: ['admin'] },
  showAlert: { action: 'seeDetails', roles: WORKERS },
  listAlerts: { action: 'seeDetails', roles: WORKERS },
  listIncidents: { action: 'seeDetails', roles: WORKERS },
  showIncident: { action: 'seeDetails', roles: WORKERS },
  changeAlert: { action: 'changeAlert', roles: WORKERS },
  summarizeHunting: { action: 'hunt', roles: WORKERS },
};

const isQuestion = ({ action }: Need) => action === 'seeDetails' || action === 'hunt';

class CommandAnswerer {
  constructor(private readonly deps: CommandDeps) {}

  async answer(ask: Ask): Promise<Answer | null> {
    const { clock, clickLog, conversationBook } = this.deps;
    const key = `message:${ask.place.conversationId}|${ask.activityId}`;
    if ((await clickLog.take([key], clock.now(), SAME_MESSAGE_MS)) !== null) return null;
    await clickLog.keep([key], { outcome: 'answered', facts: '{}' });
    await conversationBook.remember(ask.conversation, clock.now());
    const meaning = await meaningOf(this.deps, ask);
    const need = NEEDS[meaning.command.command];
    if (need === undefined) return said(await this.answerAnybody(ask, meaning.command));
    const known = await whoAsks(this.deps, ask.asker, meaning.alert, 'fresh');
    return (await this.refused(ask, meaning, known, need)) ?? this.answerRole({ ask, meaning, known });
  }

  private async refused(ask: Ask, meaning: Meaning, known: KnownAsker, need: Need): Promise<Answer | null> {
    const no = refusal(known, need.action);
    if (no !== null) {
      await refuse(this.deps, {
        action: meaning.command.command,
        actorObjectId: ask.asker.objectId,
        alertNumber: meaning.alert?.number ?? null,
        cardRef: null,
        reason: no,
      });
      return said(isQuestion(need) ? sayingForQuestion(no) : sayingFor(no, need.roles));
    }
    // Subscriptions have a rule of their own, and are told of no alert.
    const unsafe =
      need.action === 'subscribeChannel'
        ? null
        : await refusedHere(this.deps, ask.place, { action: meaning.command.command, asker: ask.asker });
    if (unsafe !== null) return said(unsafe);
    // Even an answer that names the number would tell its subject, who reads here.
    return (await this.isReadBySubject(ask, meaning.alert)) ? said({ code: 'showWhereAlertsGo' }) : null;
  }

  private async isReadBySubject({ place }: Ask, alert: StoredAlert | null): Promise<boolean> {
    if (place.kind === 'personal' || alert === null || alert.subject === null) return false;
    const { audience } = this.deps;
    return audience.holdsSubject(await audience.members(place.channel), alert.subject);
  }

  /** Commands that need no role. */
  private async answerAnybody(ask: Ask, command: Command): Promise<Saying> {
    switch (command.command) {
      case 'help':
        return { code: 'help', place: ask.place.kind };
      case 'whoAmI':
        return this.whoAmI(ask);
      case 'reportTriage':
      case 'scheduleReport':
      case 'checkSetup':
        return { code: 'understoodOnly', command: command.command };
      default: {
        const { because } = ask.reading;
        return { code: 'notUnderstood', ...(because === undefined ? {} : { because }), examples: ask.examples };
      }
    }
  }

  private async answerRole(asked: RoleAsked): Promise<Answer> {
    const { ask, meaning } = asked;
    const { command, alert } = meaning;
    switch (command.command) {
      case 'subscribeChannel':
        return said(
          ask.place.kind === 'personal'
            ? { code: 'subscribeInChannel' }
            : await subscribeChannel(this.deps, ask, command),
        );
      case 'unsubscribeChannel':
        return said(await unsubscribeChannel(this.deps, ask));
      case 'listSubscriptions':
        return said(await listSubscriptions(this.deps, ask));
      case 'showAlert':
        return said(alert === null ? { code: 'alertUnknown' } : await showAlert(this.deps, ask.place, alert));
      case 'summarizeHunting':
        return this.hunt(asked, command);
      case 'listAlerts':
      case 'listIncidents':
      case 'showIncident':
        return this.list(asked, command);
      case 'changeAlert':
        return this.propose(asked, command);
      default:
        return said({ code: 'notAvailableYet' });
    }
  }

  private async propose({ ask, meaning, known }: RoleAsked, { command: _name, ...slots }: ChangeCommand) {
    const { alert } = meaning;
    if (alert === null) return said({ code: 'alertUnknown' });
    return proposeChange(this.deps, { slots, alert, asker: ask.asker, known, place: ask.place });
  }

  private async list({ ask, meaning, known }: RoleAsked, listed: ListCommand): Promise<Answer> {
    const { listDesk } = this.deps;
    const { timeZone } = meaning;
    const { command, ...slots } = listed;
    const asker = { asker: directoryPerson(ask.asker, known), place: ask.place, action: command };
    if (listed.command === 'showIncident') return listDesk.incident(asker, listed.incident, timeZone);
    return listed.command === 'listAlerts'
      ? listDesk.alerts(asker, { slots: slots as ListSlots, from: 1, timeZone })
      : listDesk.incidents(asker, { slots: slots as IncidentSlots, from: 1, timeZone });
  }

  private hunt({ ask, meaning, known }: RoleAsked, { command, ...slots }: HuntingCommand): Promise<Answer> {
    const { widened, timeZone } = meaning;
    const { place, asker } = ask;
    return this.deps.huntingDesk.answer({
      ...{ slots, widened, timeZone, place, action: command },
      asker: identityOf(asker, known.person),
      roles: known.asker.roles ?? [],
    });
  }

  private async whoAmI(ask: Ask): Promise<Saying> {
    return ownRoles(await whoAsks(this.deps, ask.asker, null, 'fresh'), ask.place.kind);
  }
}

/** The wired answer. Nothing rejects: what fails unforeseen is logged and said as "unavailable". */
export function createAnswerCommand(deps: CommandDeps): AnswerCommand {
  const answerer = new CommandAnswerer(deps);
  return async (ask) => {
    try {
      return await answerer.answer(ask);
    } catch (error) {
      const code = isBotError(error) ? error.code : 'unexpected';
      deps.logger.error('a command failed', { command: ask.command.command, code });
      return said(isBotError(error) ? sayingForFailure(error) : { code: 'graphUnavailable' });
    }
  };
}
