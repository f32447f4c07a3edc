#!/usr/bin/env bash
# Fails when a committed file holds a secret, a stored alert, a path of this computer or the package registry's host.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
found=0

refuse() {
  local why=$1
  shift
  local hits
  hits=$(git grep -n -I "$@" -- . | cut -c1-160) || true
  [[ -z $hits ]] || { printf '%s:\n%s\n' "$why" "$hits"; found=1; }
}

refuse_files() {
  local hits
  hits=$(git ls-files -- "$@")
  [[ -z $hits ]] || { printf 'files that must not be committed:\n%s\n' "$hits"; found=1; }
}

# A path of one segment (/app) is too ordinary a text to look for.
refuse_path() {
  [[ $1 =~ ^/[^/]+/[^/]+ ]] && refuse 'a path of this computer' -F -e "$1/"
  return 0
}

refuse 'a private key' -E -e '-----BEGIN [A-Z ]*PRIVATE KEY'
refuse 'an Entra client secret' -E -e '[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31}'
refuse 'an access token' -E -e '(gh[pousr]_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16})'
refuse_files '.env' '**/.env' 'env/*.user' '*.pem' '*.pfx' '*.db' '*.sqlite'
refuse_path "$PWD"
refuse_path "${HOME:-}"

registry=$(npm config get registry 2>/dev/null | sed -E 's#^[a-z]+://([^/:]+).*#\1#')
[[ $registry =~ \. ]] && refuse 'the package registry'"'"'s host' -F -e "$registry"

exit "$found"
