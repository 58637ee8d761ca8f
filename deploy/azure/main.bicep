// The assistant in Azure: Container Apps, PostgreSQL, Key Vault, Log Analytics and the Azure Bot with its Teams channel, in one resource group.
// az deployment group create --resource-group RG --template-file deploy/azure/main.bicep --parameters image=... databasePassword=...
targetScope = 'resourceGroup'

@description('Where everything is.')
param location string = resourceGroup().location

@description('What the names of everything begin with.')
@minLength(3)
@maxLength(12)
param name string = 'technicians'

@description('The image, by its digest or a version of yours, such as registry.example/assistant:1.0.0.')
param image string

@description('The Azure Container Registry that holds the image, such as example.azurecr.io; empty for one that anybody may read.')
param registry string = ''

@description('The app id of a single-tenant registration; empty for a managed identity, which has no secret that can leak or run out.')
param appId string = ''

@secure()
@description('The client secret of that registration; empty for a managed identity.')
param appSecret string = ''

@secure()
@minLength(20)
@description('The password of the database: openssl rand -hex 24.')
param databasePassword string

@description('The framework of people who have not named theirs.')
param framework string = 'lancaster'

@description('How the bot is called in Teams.')
param displayName string = 'Career assistant'

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

module network 'network.bicep' = {
  name: 'network'
  params: {
    location: location
    name: name
  }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    location: location
    name: name
    password: databasePassword
    subnet: network.outputs.databaseSubnet
    zone: network.outputs.databaseZone
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    name: name
    reader: identity.properties.principalId
    appSecret: appSecret
    databasePassword: databasePassword
    logs: logs.id
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    location: location
    name: name
    image: image
    registry: registry
    subnet: network.outputs.appSubnet
    logsName: logs.name
    identity: identity.id
    vault: vault.outputs.uri
    appId: empty(appId) ? identity.properties.clientId : appId
    managed: empty(appId)
    databaseUrl: 'postgresql://assistant@${database.outputs.host}:5432/assistant?sslmode=require'
    framework: framework
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-bot'
    displayName: displayName
    endpoint: 'https://${app.outputs.host}/api/messages'
    appId: empty(appId) ? identity.properties.clientId : appId
    identity: empty(appId) ? identity.id : ''
  }
}

@description('ASSISTANT_APP_ID, for the app package.')
output appId string = empty(appId) ? identity.properties.clientId : appId

@description('ASSISTANT_PUBLIC_URL, for the app package.')
output publicUrl string = 'https://${app.outputs.host}'
