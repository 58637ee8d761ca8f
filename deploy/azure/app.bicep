// The assistant itself: one container, its secrets as files, two probes. Two of it run while a new one takes over; the database keeps order.
param location string
param name string
param image string
param registry string
param subnet string
param logsName string
param identity string
param vault string
param appId string
param managed bool
param databaseUrl string
param framework string

var secretOfDatabase = [
  {
    name: 'database-password'
    keyVaultUrl: '${vault}secrets/assistant-database-password'
    identity: identity
  }
]
var secretOfApp = [
  {
    name: 'app-secret'
    keyVaultUrl: '${vault}secrets/assistant-app-secret'
    identity: identity
  }
]
var fileOfDatabase = [
  {
    secretRef: 'database-password'
    path: 'assistant_database_password'
  }
]
var fileOfApp = [
  {
    secretRef: 'app-secret'
    path: 'assistant_app_secret'
  }
]
var ownRegistry = [
  {
    server: registry
    identity: identity
  }
]

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: logsName
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-apps'
  location: location
  properties: {
    vnetConfiguration: {
      infrastructureSubnetId: subnet
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-assistant'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity}': {}
    }
  }
  properties: {
    environmentId: apps.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      registries: empty(registry) ? [] : ownRegistry
      secrets: managed ? secretOfDatabase : concat(secretOfDatabase, secretOfApp)
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
      }
    }
    template: {
      terminationGracePeriodSeconds: 30
      scale: {
        minReplicas: 1
        maxReplicas: 2
      }
      volumes: [
        {
          name: 'secrets'
          storageType: 'Secret'
          secrets: managed ? fileOfDatabase : concat(fileOfDatabase, fileOfApp)
        }
        {
          name: 'data'
          storageType: 'EmptyDir'
        }
      ]
      containers: [
        {
          name: 'assistant'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          volumeMounts: [
            {
              volumeName: 'secrets'
              mountPath: '/run/secrets'
            }
            {
              volumeName: 'data'
              mountPath: '/data'
            }
          ]
          probes: [
            {
              type: 'Liveness'
              httpGet: {
                path: '/health'
                port: 3978
              }
              periodSeconds: 20
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/ready'
                port: 3978
              }
              periodSeconds: 10
              failureThreshold: 6
            }
          ]
          env: [
            {
              name: 'ASSISTANT_APP_ID'
              value: appId
            }
            {
              name: 'ASSISTANT_APP_TYPE'
              value: managed ? 'managed-identity' : 'single-tenant'
            }
            {
              name: 'ASSISTANT_APP_TENANT'
              value: subscription().tenantId
            }
            {
              name: 'ASSISTANT_DATABASE'
              value: databaseUrl
            }
            {
              name: 'ASSISTANT_FRAMEWORK'
              value: framework
            }
            {
              name: 'ASSISTANT_PUBLIC_URL'
              value: 'https://${name}-assistant.${apps.properties.defaultDomain}'
            }
          ]
        }
      ]
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
