// The App Service plan and the web app that runs the bot. What the settings mean is the caller's business.

param name string
param location string
param sku string
param instances int
param identityResourceId string

@description('Environment variables of the bot: objects of name and value.')
param settings array

var platformSettings = [
  // The package arrives built and with its modules; App Service runs it as it is, read-only.
  { name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }
  { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
]

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: sku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityResourceId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityResourceId
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node dist/main.js'
      alwaysOn: true
      healthCheckPath: '/healthz'
      http20Enabled: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      appSettings: concat(settings, platformSettings)
    }
  }
}

// Deployment goes by Entra identity; the site's own publishing passwords would be a second way in.
resource noPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = [
  for door in ['ftp', 'scm']: {
    parent: site
    name: door
    properties: {
      allow: false
    }
  }
]

output domain string = site.properties.defaultHostName
output resourceId string = site.id
