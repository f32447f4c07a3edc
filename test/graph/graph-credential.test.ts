import { createCredential, type CredentialSettings } from '../../src/graph/graph-credential';

const NOTHING: CredentialSettings = {
  tenantId: '11111111-2222-4333-8444-555555555555',
  clientId: '66666666-7777-4888-8999-000000000000',
  clientSecret: null,
  certificatePath: null,
  federatedTokenFile: null,
  authorityHost: 'https://login.microsoftonline.us',
};

const chosen = (settings: Partial<CredentialSettings>) =>
  createCredential({ ...NOTHING, ...settings }, {}).constructor.name;

describe('the credential', () => {
  test.each([
    ['a secret', { clientSecret: 's' }, 'ClientSecretCredential'],
    ['a certificate', { certificatePath: 'c.pem' }, 'ClientCertificateCredential'],
    ['a federated token', { federatedTokenFile: 't' }, 'WorkloadIdentityCredential'],
    [
      'everything',
      { clientSecret: 's', certificatePath: 'c.pem', federatedTokenFile: 't' },
      'WorkloadIdentityCredential',
    ],
    ['a certificate and a secret', { clientSecret: 's', certificatePath: 'c.pem' }, 'ClientCertificateCredential'],
    ['nothing but an id', {}, 'ManagedIdentityCredential'],
    ['nothing at all', { clientId: null }, 'ManagedIdentityCredential'],
  ])('given %s is a %s', (_what, settings, name) => {
    expect(chosen(settings)).toBe(name);
  });
});
