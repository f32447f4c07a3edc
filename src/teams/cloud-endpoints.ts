// Which Microsoft hosts a cloud uses for bots: where its signing keys are, who signs, whom the bot may call.
// Graph's hosts are another room's business.

export type Cloud = 'global' | 'usgov' | 'usgovdod';

export interface CloudEndpoints {
  /** `iss` of every token the Bot Connector sends. */
  issuer: string;
  openIdMetadataUrl: string;
  /** Exact host names, or `*.suffix` for a suffix that Microsoft alone hands out. */
  serviceHosts: readonly string[];
  loginUrlPrefix: string;
  /** Scope (without `/.default`) of the token the bot brings to the Connector. */
  connectorScope: string;
}

const government = {
  issuer: 'https://api.botframework.us',
  openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  loginUrlPrefix: 'https://login.microsoftonline.us/',
  connectorScope: 'https://api.botframework.us',
};

/** Source: Azure Bot Service authentication pages and the Teams page on bot API hosts of government clouds. */
export const CLOUD_ENDPOINTS: Readonly<Record<Cloud, CloudEndpoints>> = {
  global: {
    issuer: 'https://api.botframework.com',
    openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    // GCC signs in like the public cloud and has a Teams host of its own.
    serviceHosts: ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com', '*.botframework.com'],
    loginUrlPrefix: 'https://login.microsoftonline.com/',
    connectorScope: 'https://api.botframework.com',
  },
  usgov: { ...government, serviceHosts: ['smba.infra.gov.teams.microsoft.us', '*.botframework.azure.us'] },
  usgovdod: { ...government, serviceHosts: ['smba.infra.dod.teams.microsoft.us', '*.botframework.azure.us'] },
};
