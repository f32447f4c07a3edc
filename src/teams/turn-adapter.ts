// Runs one admitted activity through the bot packages' pipeline and gives back what an invoke was answered with.
import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import { ClaimsIdentity } from 'botframework-connector';
import type { Logger } from '../ports/logger';
import type { ConnectorClients } from './connector-clients';
import type { InboundActivity } from './inbound-activity';
import { TurnAuthentication } from './turn-authentication';

const ARRIVAL = Symbol('arrival');

/** What a turn is about, and since when somebody waits for it. */
export interface Arrival {
  activity: InboundActivity;
  /** Milliseconds since the epoch. */
  receivedAt: number;
}

/** The admitted activity of a turn, as it was read at the door. */
export function arrivalOf(context: TurnContext): Arrival {
  const arrival = context.turnState.get<Arrival | undefined>(ARRIVAL);
  if (arrival === undefined) throw new Error('A turn began outside the gate');
  return arrival;
}

export class TurnAdapter extends CloudAdapter {
  constructor(clients: ConnectorClients, logger: Logger) {
    super(new TurnAuthentication(clients));
    // Without this the package answers with the error's own text, which may name people.
    this.onTurnError = async (context, error) => {
      logger.error('A turn failed', { detail: error.name });
      if (context.activity.type === 'invoke') {
        await context.sendActivity({ type: 'invokeResponse', value: { status: 500 } });
      }
    };
  }

  /** Undefined when the activity was no invoke. Never rejects for what a handler throws. */
  runTurn(arrival: Arrival, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    // Answers go out through the Connector alone, whatever way the activity asks for.
    const { deliveryMode: _way, callerId: _caller, ...rest } = arrival.activity;
    const activity: Record<string, unknown> = rest;
    const claimsIdentity = new ClaimsIdentity([], true);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    const admitted = { audience: '', claimsIdentity, connectorFactory };
    return this.processActivity(admitted, activity as Partial<Activity> as Activity, (context) => {
      context.turnState.set(ARRIVAL, arrival);
      return logic(context);
    });
  }
}
