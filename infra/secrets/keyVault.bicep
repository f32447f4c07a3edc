// A vault with the bot's three secrets, readable by its identity alone. Losing STORE_KEY loses every sealed column,
// so deletion can always be taken back.

param vaultName string
param location string

@description('Object id of the identity that may read the secrets.')
param readerPrincipalId string

@secure()
param databaseUrl string
@secure()
param storeKey string
@secure()
param metricsToken string

// Azure's own id of the built-in role "Key Vault Secrets User".
var secretsUserRole = '4633458b-17de-408a-874c-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: vaultName
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource databaseUrlSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'database-url'
  properties: {
    value: databaseUrl
  }
}

resource storeKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'store-key'
  properties: {
    value: storeKey
  }
}

resource metricsTokenSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'metrics-token'
  properties: {
    value: metricsToken
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, readerPrincipalId, secretsUserRole)
  properties: {
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUserRole)
  }
}

output databaseUrlUri string = databaseUrlSecret.properties.secretUri
output storeKeyUri string = storeKeySecret.properties.secretUri
output metricsTokenUri string = metricsTokenSecret.properties.secretUri
