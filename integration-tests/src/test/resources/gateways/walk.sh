#!/usr/bin/env bash
# Walks with curl through the answers that a caller of a protected API gets, and says what is not as it must be.
# API is the address of the API, with /calls for the scopes calls:read and calls:write. The keys, by what they are:
# GOOD, HERE (only where this script runs), READER (calls:read alone), LIMITED (two calls in an hour),
# ELSEWHERE (for other addresses), REVOKED, DISABLED and EXPIRED. Refusals are problem details, or what BODIES says:
# error-objects.
set -euo pipefail
: "${API:?}" "${GOOD:?}" "${HERE:?}" "${READER:?}" "${LIMITED:?}" "${ELSEWHERE:?}" "${REVOKED:?}" "${DISABLED:?}" "${EXPIRED:?}"

. "$(dirname "$0")/answers.sh"

limits() {
  head RateLimit-Policy '"key";q=[0-9]+;w=[0-9]+.*'
  head RateLimit '"key";r=[0-9]+;t=[0-9]+.*'
  head X-RateLimit-Limit '[0-9]+'
  head X-RateLimit-Remaining '[0-9]+'
  head X-RateLimit-Reset '[0-9]+'
}

refused() { # status and reason
  is "$1"
  case "${BODIES:-problems}" in
    problems)
      head Content-Type 'application/problem\+json.*'
      body "\"status\": ?$1[,}]"
      body "\"code\": ?\"$2\""
      ;;
    error-objects)
      head Content-Type 'application/json.*'
      body "\"error\": ?\{\"code\": ?\"${2^^}\", ?\"message\": ?\"[^\"]"
      ;;
  esac
  headless X-Api-Key-Id
}

ask "200: a key in X-API-Key" -H "X-API-Key: $GOOD" "$API/calls"
is 200
limits
headless WWW-Authenticate
headless Retry-After

ask "200: a key in Authorization: Bearer" -H "Authorization: Bearer $GOOD" "$API/calls"
is 200
limits

ask "200: a key in Authorization: ApiKey" -H "Authorization: ApiKey $GOOD" "$API/calls"
is 200
limits

ask "200: a key for this address" -H "X-API-Key: $HERE" "$API/calls"
is 200

ask "401: no key" "$API/calls"
refused 401 unauthorized
head WWW-Authenticate '.+'

ask "401: an unknown key" -H "X-API-Key: sk_live_00000000000000000000000000000000000000" "$API/calls"
refused 401 unauthorized
head WWW-Authenticate '.+'

ask "401: a password" -u alice:alice "$API/calls"
refused 401 unauthorized

ask "401: a revoked key" -H "X-API-Key: $REVOKED" "$API/calls"
refused 401 key_revoked
head WWW-Authenticate '.+'

ask "401: a disabled key" -H "X-API-Key: $DISABLED" "$API/calls"
refused 401 key_disabled

ask "401: an expired key" -H "X-API-Key: $EXPIRED" "$API/calls"
refused 401 key_expired

ask "403: a key without the scope" -X POST -H "X-API-Key: $READER" "$API/calls"
refused 403 insufficient_scope
body 'calls:write'
head WWW-Authenticate '.*insufficient_scope.*calls:write.*'

ask "403: a key for other addresses, whatever the caller says" -H "X-API-Key: $ELSEWHERE" \
  -H "X-Forwarded-For: 203.0.113.7" -H "X-Real-IP: 203.0.113.7" -H "Forwarded: for=203.0.113.7" "$API/calls"
refused 403 ip_denied

for remaining in 1 0; do
  ask "200: a call of two" -H "X-API-Key: $LIMITED" "$API/calls"
  is 200
  head X-RateLimit-Limit 2
  head X-RateLimit-Remaining "$remaining"
done
ask "429: the call after them" -H "X-API-Key: $LIMITED" "$API/calls"
refused 429 rate_limit_exceeded
limits
head X-RateLimit-Remaining 0
head Retry-After '[1-9][0-9]*'
body '"retry_after": ?[1-9][0-9]*'

end
