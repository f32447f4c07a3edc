// The token for the Connector: asked for once at a time, in time, and anew when it is refused.
import { ManagedIdentityAppCredentials } from 'botframework-connector';
import { CHANNEL } from '../builders/click';
import { FakeClock } from '../fakes/fake-clock';
import { CLOUD_ENDPOINTS } from '../../src/teams/cloud-endpoints';
import { ConnectorClients, CLIENTS_MAX } from '../../src/teams/connector-clients';
import {
  botCredentials,
  ConnectorToken,
  TOKEN_DEADLINE_MS,
  TOKEN_RENEWAL_PAUSE_MS,
} from '../../src/teams/connector-token';
import { ServiceUrlRule } from '../../src/teams/service-url';
import { ConnectorRig } from './connector-rig';

describe('the token', () => {
  it('is asked for once however many calls wait for it', async () => {
    let asked = 0;
    const token = new ConnectorToken(async () => `token-${(asked += 1)}`, new FakeClock('stands'));
    expect(await Promise.all([token.current(), token.current()])).toEqual(['token-1', 'token-1']);
    expect(asked).toBe(1);
  });

  it('is asked for past every cache after a refusal, at most once a minute', async () => {
    const clock = new FakeClock('stands');
    const forced: boolean[] = [];
    const token = new ConnectorToken(async (force) => (forced.push(force), 'token'), clock);
    await token.current();
    token.refused();
    await token.current();
    token.refused();
    await token.current();
    await clock.advance(TOKEN_RENEWAL_PAUSE_MS);
    token.refused();
    await token.current();
    expect(forced).toEqual([false, true, false, true]);
  });

  it('that Entra refuses is a refused credential, and nothing was sent', async () => {
    const token = new ConnectorToken(() => Promise.reject(new Error('AADSTS7000215')), new FakeClock('stands'));
    await expect(token.current()).rejects.toMatchObject({ code: 'credentialRefused', from: 'connector' });
  });

  it('that does not come in time leaves the call unsent', async () => {
    const clock = new FakeClock('stands');
    const token = new ConnectorToken(() => new Promise(() => {}), clock);
    const asked = token.current().catch((error: unknown) => error);
    await clock.advance(TOKEN_DEADLINE_MS);
    expect(await asked).toMatchObject({ code: 'notConnected' });
  });
});

describe('a registration', () => {
  const bot = { id: 'app', tenantId: 'contoso-tenant' };

  it.each([
    ['global', 'https://login.microsoftonline.com/contoso-tenant', 'https://api.botframework.com'],
    ['usgov', 'https://login.microsoftonline.us/contoso-tenant', 'https://api.botframework.us'],
    ['usgovdod', 'https://login.microsoftonline.us/contoso-tenant', 'https://api.botframework.us'],
  ] as const)('with a secret signs in to its own tenant of %s', async (cloud, login, scope) => {
    const credentials = await botCredentials(
      { ...bot, type: 'SingleTenant', password: 'secret' },
      CLOUD_ENDPOINTS[cloud],
    );
    expect(credentials).toMatchObject({ appId: 'app', oAuthEndpoint: login, oAuthScope: scope });
    expect(JSON.stringify(credentials)).not.toContain('secret');
  });

  it('of a managed identity needs no secret', async () => {
    const credentials = await botCredentials(
      { ...bot, type: 'UserAssignedMSI', password: null },
      CLOUD_ENDPOINTS.global,
    );
    expect(credentials).toBeInstanceOf(ManagedIdentityAppCredentials);
    expect(credentials).toMatchObject({ appId: 'app', oAuthScope: 'https://api.botframework.com' });
  });
});

describe('a call', () => {
  it('that the Connector refuses makes the next token a new one', async () => {
    const rig = await new ConnectorRig().start();
    rig.connector.next({ status: 401 });
    await expect(rig.roster.members(CHANNEL, 0)).rejects.toMatchObject({ code: 'unauthorised' });
    await rig.token.current();
    expect(rig.tokensAsked).toEqual([true]);
    await rig.stop();
  });

  it('to a Connector on this machine shows no real token', async () => {
    const rig = await new ConnectorRig().start();
    await rig.roster.members(CHANNEL, 0);
    expect(rig.connector.received[0]?.authorization).toBe('Bearer emulator');
    expect(rig.tokensAsked).toEqual([]);
    await rig.stop();
  });
});

describe('clients', () => {
  it('are kept per service URL, and not endlessly many of them', () => {
    const token = new ConnectorToken(async () => 'real', new FakeClock('stands'));
    const clients = new ConnectorClients(new ServiceUrlRule(CLOUD_ENDPOINTS.global.serviceHosts, false), token);
    const urlOf = (region: number) => `https://smba.trafficmanager.net/${region}/`;
    const first = clients.clientFor(urlOf(0));
    expect(clients.clientFor(urlOf(0))).toBe(first);
    for (let region = 1; region <= CLIENTS_MAX; region += 1) clients.clientFor(urlOf(region));
    expect(clients.clientFor(urlOf(0))).not.toBe(first);
    clients.close();
  });
});
