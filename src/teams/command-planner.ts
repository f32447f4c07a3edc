// The bot packages' AI system with a planner of ours: the sentence reader turns a message into one command, and the plan
// is that one step. No model is asked here and nothing generated is said.
import type { TurnContext } from 'botbuilder';
import type { Plan, Planner, PredictedDoCommand, TurnState } from '@microsoft/teams-ai';
import type { Command } from '../domain/command';
import type { Clock } from '../ports/clock';
import type { SentenceReader } from '../ports/sentence-reader';
import { timeZoneOf, typedCommand } from './typed-command';
import { arrivalOf } from './turn-adapter';

/** The plan's one action; its parameters are `{ command }`. */
export const ANSWER_COMMAND = 'answerCommand';

export class CommandPlanner implements Planner<TurnState> {
  constructor(
    private readonly reader: SentenceReader,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly defaultTimeZone: string,
  ) {}

  async beginTask(context: TurnContext): Promise<Plan> {
    const { activity } = arrivalOf(context);
    const text = typedCommand(activity);
    if (text === null) return this.continueTask();
    const command = await this.read(text, timeZoneOf(activity, this.defaultTimeZone));
    const step: PredictedDoCommand = { type: 'DO', action: ANSWER_COMMAND, parameters: { command } };
    return { type: 'plan', commands: [step] };
  }

  /** One step is the whole plan. */
  async continueTask(): Promise<Plan> {
    return { type: 'plan', commands: [] };
  }

  /** A mention with nothing behind it asks what the bot can do. */
  private async read(text: string, timeZone: string): Promise<Command> {
    if (text === '') return { command: 'help' };
    const { command } = await this.reader.read(text, { now: new Date(this.clock.now()), timeZone });
    return command;
  }
}
