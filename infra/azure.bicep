// Everything one installation needs in Azure: an identity, the secrets it may read, the web app and the bot registration.
// The PostgreSQL database and the Microsoft Graph permissions are given apart (docs/set-up.md): other people own them.

@minLength(4)
@maxLength(20)
@description('Base of every resource name; the web app and the vault must be unique in all of Azure.')
param resourceBaseName string

@maxLength(42)
param botDisplayName string

@description('App Service plan; a size without "always on" (F1, D1) would let the bot sleep and miss alerts.')
param webAppSku string

@description('How many replicas run. They share the database, so more than one is safe.')
@minValue(1)
@maxValue(10)
param webAppInstances int = 1

@allowed(['global', 'usgov', 'usgovdod'])
@description('Microsoft cloud of the tenant; GCC is global.')
param cloud string

@description('Comma-separated Entra group ids, one parameter for each role; "none" leaves a role to nobody.')
param roleAnalystGroups string
param roleInvestigatorGroups string
param roleAdminGroups string
param roleAuditorGroups string

@description('Conversation ids for trouble and for cards their own channel may not show; "none" when there is none.')
param operationsChannel string
param fallbackChannel string

param defaultTimeZone string

@secure()
param databaseUrl string
@secure()
param storeKey string
@secure()
param metricsToken string

param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
}

module secrets './secrets/keyVault.bicep' = {
  name: 'secrets'
  params: {
    vaultName: '${resourceBaseName}-kv'
    location: location
    readerPrincipalId: identity.properties.principalId
    databaseUrl: databaseUrl
    storeKey: storeKey
    metricsToken: metricsToken
  }
}

var requiredSettings = [
  { name: 'BOT_ID', value: identity.properties.clientId }
  { name: 'BOT_TYPE', value: 'UserAssignedMSI' }
  { name: 'BOT_TENANT_ID', value: identity.properties.tenantId }
  { name: 'AZURE_TENANT_ID', value: identity.properties.tenantId }
  { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
  { name: 'CLOUD', value: cloud }
  { name: 'DEFAULT_TIME_ZONE', value: defaultTimeZone }
  { name: 'DATABASE_URL', value: '@Microsoft.KeyVault(SecretUri=${secrets.outputs.databaseUrlUri})' }
  { name: 'STORE_KEY', value: '@Microsoft.KeyVault(SecretUri=${secrets.outputs.storeKeyUri})' }
  { name: 'METRICS_TOKEN', value: '@Microsoft.KeyVault(SecretUri=${secrets.outputs.metricsTokenUri})' }
]

// The Agents Toolkit cannot pass a blank parameter, so "none" stands for a setting that is not made.
var optionalSettings = filter(
  [
    { name: 'ROLE_ANALYST_GROUPS', value: roleAnalystGroups }
    { name: 'ROLE_INVESTIGATOR_GROUPS', value: roleInvestigatorGroups }
    { name: 'ROLE_ADMIN_GROUPS', value: roleAdminGroups }
    { name: 'ROLE_AUDITOR_GROUPS', value: roleAuditorGroups }
    { name: 'OPERATIONS_CHANNEL', value: operationsChannel }
    { name: 'FALLBACK_CHANNEL', value: fallbackChannel }
  ],
  setting => setting.value != 'none'
)

module webApp './webApp/webApp.bicep' = {
  name: 'web-app'
  params: {
    name: resourceBaseName
    location: location
    sku: webAppSku
    instances: webAppInstances
    identityResourceId: identity.id
    settings: concat(requiredSettings, optionalSettings)
  }
}

module botRegistration './botRegistration/azurebot.bicep' = {
  name: 'bot-registration'
  params: {
    name: resourceBaseName
    displayName: botDisplayName
    endpointDomain: webApp.outputs.domain
    identityResourceId: identity.id
    identityClientId: identity.properties.clientId
    identityTenantId: identity.properties.tenantId
  }
}

// The Agents Toolkit writes each output under its name to env/.env.<name>.
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
output BOT_DOMAIN string = webApp.outputs.domain
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = webApp.outputs.resourceId
output BOT_IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
