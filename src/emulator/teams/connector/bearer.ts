// The Connector's door: a bot must bring a token. Whose it is cannot be checked here, its presence and form can.
import type { EmulatorRequest } from '../../room';
import { ConnectorRefusal } from './connector-errors';

/** The token a bot sends to a loopback Connector, where no real one can be had. */
const EMULATOR_TOKEN = 'emulator';
const JWT_FORM = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Throws BotNotRegistered (401) unless the request carries `Bearer emulator` or something of a JWT's form. */
export function requireBearer(request: EmulatorRequest): void {
  const [scheme = '', token = ''] = (request.headers['authorization'] ?? '').split(' ');
  const known = token === EMULATOR_TOKEN || JWT_FORM.test(token);
  if (scheme.toLowerCase() !== 'bearer' || !known) throw new ConnectorRefusal('BotNotRegistered');
}
