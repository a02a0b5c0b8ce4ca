#!/usr/bin/env bash
# Walks with curl through the answers of an unmodified Spring Security resource server, which knows of a bearer token that it is
# good, for what, or that it is not good, and nothing else. Its environment is that of walk.sh.
set -euo pipefail
: "${API:?}" "${GOOD:?}" "${HERE:?}" "${READER:?}" "${LIMITED:?}" "${ELSEWHERE:?}" "${REVOKED:?}" "${DISABLED:?}" "${EXPIRED:?}"
. "$(dirname "$0")/answers.sh"

limitless() {
  for header in RateLimit-Policy RateLimit X-RateLimit-Limit X-RateLimit-Remaining X-RateLimit-Reset Retry-After; do
    headless "$header"
  done
}

ask "200: a key in Authorization: Bearer" -H "Authorization: Bearer $GOOD" "$API/calls"
is 200
headless WWW-Authenticate
limitless

ask "401: no key" "$API/calls"
is 401
head WWW-Authenticate 'Bearer.*'

ask "401: a key where Spring does not look: X-API-Key" -H "X-API-Key: $GOOD" "$API/calls"
is 401

ask "401: the same: Authorization: ApiKey" -H "Authorization: ApiKey $GOOD" "$API/calls"
is 401

bad() { # what it is about, and the key
  ask "401: $1" -H "Authorization: Bearer $2" "$API/calls"
  is 401
  head WWW-Authenticate 'Bearer.*error="invalid_token".*'
  bodiless "$2" "the key"
}
bad "an unknown key" sk_live_00000000000000000000000000000000000000
bad "a revoked key" "$REVOKED"
bad "a disabled key" "$DISABLED"
bad "an expired key" "$EXPIRED"
bad "a key for other addresses" "$ELSEWHERE"
bad "a key for this address, which Spring does not tell" "$HERE"

ask "403: a key without the scope" -X POST -H "Authorization: Bearer $READER" "$API/calls"
is 403
head WWW-Authenticate 'Bearer.*error="insufficient_scope".*'

for call in first second; do
  ask "200: the $call call of two" -H "Authorization: Bearer $LIMITED" "$API/calls"
  is 200
  limitless
done
bad "the call after them, whose limit looks like a bad key" "$LIMITED"
limitless

end
