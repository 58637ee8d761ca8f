// Key Vault with the two secrets there can be. Only the assistant's identity may read them; who reads is logged.
param location string
param name string
param reader string
param logs string

@secure()
param appSecret string

@secure()
param databasePassword string

var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  // checkov:skip=CKV_AZURE_109: the platform of Container Apps reads it, from addresses that no rule can name; identity guards it
  // checkov:skip=CKV_AZURE_189: the same; a private endpoint would keep out who has to read it
  name: take('${name}${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

resource forDatabase 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  // checkov:skip=CKV_AZURE_41: the database's password has no end of its own; deploy/README.md says how to change it
  parent: vault
  name: 'assistant-database-password'
  properties: {
    value: databasePassword
    contentType: 'text/plain'
  }
}

resource forApp 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(appSecret)) {
  // checkov:skip=CKV_AZURE_114: it has one, which checkov does not see behind the condition
  // checkov:skip=CKV_AZURE_41: its end is the registration's, which knows it; ASSISTANT_APP_SECRET_ENDS tells the doctor
  parent: vault
  name: 'assistant-app-secret'
  properties: {
    value: appSecret
    contentType: 'text/plain'
  }
}

resource may 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, reader, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: reader
    principalType: 'ServicePrincipal'
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: logs
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

output uri string = vault.properties.vaultUri
