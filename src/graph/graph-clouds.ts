// The hosts of Microsoft Graph and of its sign-in per cloud (Graph, "National cloud deployments"). Clouds without
// alerts_v2 are absent on purpose.

export const GRAPH_CLOUDS = {
  global: { baseUrl: 'https://graph.microsoft.com/v1.0', authorityHost: 'https://login.microsoftonline.com' },
  usgov: { baseUrl: 'https://graph.microsoft.us/v1.0', authorityHost: 'https://login.microsoftonline.us' },
  usgovdod: { baseUrl: 'https://dod-graph.microsoft.us/v1.0', authorityHost: 'https://login.microsoftonline.us' },
} as const;

export type GraphCloud = keyof typeof GRAPH_CLOUDS;
