// The bot registration: which address receives activities, and as whom the bot speaks. Teams is its only channel.

param name string

@maxLength(42)
param displayName string

@description('Host name of the web app, without scheme or path.')
param endpointDomain string

param identityResourceId string
param identityClientId string
param identityTenantId string

@description('F0 is free and enough for Teams; S1 comes with a service level.')
param sku string = 'F0'

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${endpointDomain}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identityClientId
    msaAppTenantId: identityTenantId
    msaAppMSIResourceId: identityResourceId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}
