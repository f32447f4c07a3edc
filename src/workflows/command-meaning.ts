// What a command means where it was typed: "this" is the alert whose card began the thread, and a sentence of slots alone
// goes on from the last question its writer asked there.
import type { Command } from '../domain/command';
import type { StoredAlert } from '../domain/stored-alert';
import type { AlertLog } from '../ports/alert-log';
import type { AskedBook } from '../ports/asked-book';
import type { CardBook } from '../ports/card-book';
import type { Clock } from '../ports/clock';
import type { Ask } from './ask';
import { askedOn, readHuntingFacts } from './hunting-facts';
import { findAlert } from './show-alert';

export interface MeaningDeps {
  alertLog: AlertLog;
  askedBook: Pick<AskedBook, 'last'>;
  cardBook: Pick<CardBook, 'alertInThread'>;
  clock: Clock;
}

export interface Meaning {
  command: Command;
  widened: boolean;
  timeZone: string;
  /** The alert that the command names; null when it names none or one that the bot does not know. */
  alert: StoredAlert | null;
}

const THIS = 'this';

async function refined(deps: MeaningDeps, ask: Ask): Promise<Omit<Meaning, 'alert'> | null> {
  const { refinement } = ask.reading;
  if (ask.command.command !== 'unknown' || refinement === null) return null;
  const { askedBook, clock } = deps;
  const last = await askedBook.last('hunting', ask.asker.objectId, ask.place.conversationId, clock.now());
  if (last === null) return null;
  const { slots, widened, timeZone } = readHuntingFacts(last.facts);
  return { command: { command: 'summarizeHunting', ...askedOn(slots, refinement) }, widened, timeZone };
}

/** `this` becomes the short number, or the number of that alert's incident; elsewhere than in a card's thread it stays a word that names no alert. */
async function withAlertNamed(deps: MeaningDeps, ask: Ask, command: Command): Promise<Command> {
  const isMeant =
    command.command === 'showIncident' ? command.incident === THIS : 'alert' in command && command.alert === THIS;
  const number = isMeant ? await deps.cardBook.alertInThread(ask.place.conversationId) : null;
  if (number === null) return command;
  if (command.command !== 'showIncident') return 'alert' in command ? { ...command, alert: String(number) } : command;
  const alert = await deps.alertLog.findByNumber(number);
  return { ...command, incident: alert?.incidentId ?? THIS };
}

export async function meaningOf(deps: MeaningDeps, ask: Ask): Promise<Meaning> {
  const read = { command: ask.command, widened: ask.reading.widened === true, timeZone: ask.timeZone };
  const meant = (await refined(deps, ask)) ?? read;
  const command = await withAlertNamed(deps, ask, meant.command);
  const reference = 'alert' in command ? command.alert : undefined;
  const alert = reference === undefined ? null : await findAlert(deps.alertLog, reference);
  return { ...meant, command, alert };
}
