// The bot packages' AI system with a planner of ours: the sentence reader turns a message into one command, and the plan
// is that one step. No model is asked here and nothing generated is said.
import type { TurnContext } from 'botbuilder';
import type { Plan, Planner, PredictedDoCommand, TurnState } from '@microsoft/teams-ai';
import { nearestExamples, type ExampleSentence } from '../domain/example-sentences';
import type { Reading } from '../domain/reading';
import type { Clock } from '../ports/clock';
import type { SentenceReader } from '../ports/sentence-reader';
import { timeZoneOf, typedCommand } from './typed-command';
import { arrivalOf } from './turn-adapter';

/** The plan's one action; its parameters are a `ReadSentence`. */
export const ANSWER_COMMAND = 'answerCommand';

export interface ReadSentence {
  reading: Reading;
  /** The sentences nearest to it, of which one may have been meant. */
  examples: readonly ExampleSentence[];
  /** IANA zone of the writer. */
  timeZone: string;
}

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
    const timeZone = timeZoneOf(activity, this.defaultTimeZone);
    const parameters: ReadSentence = {
      reading: await this.read(text, timeZone),
      examples: nearestExamples(text),
      timeZone,
    };
    const step: PredictedDoCommand = { type: 'DO', action: ANSWER_COMMAND, parameters: { ...parameters } };
    return { type: 'plan', commands: [step] };
  }

  /** One step is the whole plan. */
  async continueTask(): Promise<Plan> {
    return { type: 'plan', commands: [] };
  }

  /** A mention with nothing behind it asks what the bot can do. */
  private async read(text: string, timeZone: string): Promise<Reading> {
    if (text === '') return { command: { command: 'help' }, refinement: null };
    return this.reader.read(text, { now: new Date(this.clock.now()), timeZone });
  }
}
