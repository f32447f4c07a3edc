#!/usr/bin/env bash
# Grants the bot's identity exactly the Microsoft Graph application permissions it uses, through the Azure CLI that is
# signed in. Run by a Privileged Role Administrator. Doing it twice changes nothing; it takes nothing away.
set -euo pipefail

usage() {
  cat >&2 <<'TEXT'
usage: infra/grant-permissions.sh PRINCIPAL_ID [--hunting] [--incidents] [--graph HOST]

  PRINCIPAL_ID  object id of the identity's service principal (BOT_IDENTITY_PRINCIPAL_ID after provisioning)
  --hunting     also what questions in plain words need: the hunting tables and the tenant's labels
  --incidents   also SecurityIncident.Read.All, for lists of incidents
  --graph HOST  https://graph.microsoft.com (default), https://graph.microsoft.us, https://dod-graph.microsoft.us
TEXT
  exit 2
}

readonly guid='^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
readonly graph_app=00000003-0000-0000-c000-000000000000
graph=https://graph.microsoft.com
# Name and application role id, as Microsoft's permissions reference lists them.
wanted=(
  'SecurityAlert.ReadWrite.All ed4fca05-be46-441f-9803-1873825f8fdb'
  'User.Read.All df021288-bdef-4463-88db-98f22de89214'
  'GroupMember.Read.All 98830695-27a2-44f7-8c18-0c3ebc9698f6'
)

principal=${1:-}
[[ $principal =~ $guid ]] || usage
shift
while (($#)); do
  case $1 in
    --hunting) wanted+=('ThreatHunting.Read.All dd98c7f5-2d42-42d3-a0e4-633161547251' 'SensitivityLabel.Read by-name') ;;
    --incidents) wanted+=('SecurityIncident.Read.All 45cc0394-e837-488b-a098-1918f48d186c') ;;
    --graph)
      graph=${2:-}
      [[ $graph =~ ^https://(graph\.microsoft\.(com|us)|dod-graph\.microsoft\.us)$ ]] || usage
      shift
      ;;
    *) usage ;;
  esac
  shift
done

rest() { az rest --resource "$graph/" --output tsv --method "$@"; }

assignments="$graph/v1.0/servicePrincipals/$principal/appRoleAssignments"
resource=$(rest get --url "$graph/v1.0/servicePrincipals(appId='$graph_app')?\$select=id" --query id)
present=$(rest get --url "$assignments?\$top=999" --query "value[?resourceId=='$resource'].appRoleId")

# The permissions reference gives no id for some: the tenant's own Microsoft Graph knows it.
role_named() {
  rest get --url "$graph/v1.0/servicePrincipals(appId='$graph_app')?\$select=appRoles" \
    --query "appRoles[?value=='$1'] | [0].id"
}

for entry in "${wanted[@]}"; do
  read -r name role <<<"$entry"
  [[ $role != by-name ]] || role=$(role_named "$name")
  [[ $role =~ $guid ]] || { echo "$name: this tenant's Microsoft Graph has no such application permission" >&2; exit 1; }
  if grep -qiF "$role" <<<"$present"; then
    echo "$name: present"
    continue
  fi
  body="{\"principalId\":\"$principal\",\"resourceId\":\"$resource\",\"appRoleId\":\"$role\"}"
  rest post --url "$assignments" --body "$body" >/dev/null
  echo "$name: granted"
done
