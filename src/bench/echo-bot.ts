// Not part of the product: the smallest bot of the same packages, for comparison. It answers every invoke with one and
// the same body, looks nothing up and keeps nothing. The settings come as JSON on standard input.
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import restify from 'restify';
import { z } from 'zod/v4';

const settings = z.object({
  /** What an invoke is answered with. */
  answer: z.unknown(),
  /** The packages' own token check; null = every activity is taken. */
  tokenCheck: z.object({ appId: z.string(), openIdUrl: z.string() }).nullable(),
});
type Settings = z.infer<typeof settings>;

async function readSettings(): Promise<Settings> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return settings.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
}

function adapterFor({ tokenCheck }: Settings): CloudAdapter {
  if (tokenCheck === null) return new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  // With another address for the keys the packages want every other address too.
  const checked = {
    MicrosoftAppId: tokenCheck.appId,
    MicrosoftAppPassword: 'never sent',
    MicrosoftAppType: 'MultiTenant',
    ToBotFromChannelOpenIdMetadataUrl: tokenCheck.openIdUrl,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
  };
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication(checked));
}

async function main(): Promise<void> {
  const given = await readSettings();
  const adapter = adapterFor(given);
  const server = restify.createServer();
  Object.assign(server.log, { level: 'silent' });
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    const { headers, body, method = 'POST' } = request;
    await adapter.process({ headers, body, method }, response, async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: given.answer } });
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    process.stdout.write(`${JSON.stringify({ port })}\n`);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exitCode = 1;
});
