// The environment a bot needs to talk to the emulator: addresses, the sample tenant's groups, nothing else.
import type { Emulator } from './create-emulator';

/** Looks come quicker than in production, so that a change in the queue shows on a card within seconds. */
const DEMO_POLL_MS = '2000';

/** No variable of the surrounding shell reaches the bot but those Node itself needs. */
export function botEnvironment(
  emulator: Pick<Emulator, 'url' | 'world'>,
  port: number,
  dataDir: string,
  verbose: boolean,
): Record<string, string> {
  const { tenantId, groups, bot } = emulator.world.tenant;
  return {
    HOST: '127.0.0.1',
    PORT: String(port),
    BOT_ID: bot.appId,
    BOT_TYPE: 'SingleTenant',
    BOT_TENANT_ID: tenantId,
    BOT_OPENID_METADATA_URL: `${emulator.url}/connector/openid/.well-known/openidconfiguration`,
    GRAPH_BASE_URL: `${emulator.url}/v1.0`,
    DATA_DIR: dataDir,
    POLL_INTERVAL_MS: DEMO_POLL_MS,
    ROLE_ANALYST_GROUPS: groups.analyst.id,
    ROLE_INVESTIGATOR_GROUPS: groups.investigator.id,
    ROLE_ADMIN_GROUPS: groups.admin.id,
    ROLE_AUDITOR_GROUPS: groups.auditor.id,
    // Somebody who tries everything asks more often than three times a minute.
    HUNTING_QUERIES_PER_PERSON_PER_MINUTE: '15',
    LOG_LEVEL: verbose ? 'info' : 'error',
  };
}
