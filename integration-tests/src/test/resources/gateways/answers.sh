# What the walks have in common: asking with curl, and saying what is not as it must be. To be sourced.
answer=$(mktemp -d)
trap 'rm -r "$answer"' EXIT
failures=0

ask() { # what it is about, then curl's arguments
  echo "$1"
  : > "$answer/body"
  status=$(curl --silent --show-error --max-time 60 --output "$answer/body" --dump-header "$answer/head" \
    --write-out '%{http_code}' "${@:2}")
}

wrong() {
  echo "    WRONG: $1"
  sed 's/^/    | /' "$answer/head" "$answer/body"
  echo
  failures=$((failures + 1))
}

is() {
  [ "$status" = "$1" ] || wrong "status $status instead of $1"
}

head() { # a header's name and a pattern for its value
  grep -Eiq "^$1: $2"$'\r$' "$answer/head" || wrong "no header $1: $2"
}

headless() {
  ! grep -iq "^$1:" "$answer/head" || wrong "a header $1"
}

body() {
  grep -Eq "$1" "$answer/body" || wrong "nothing like $1 in the body"
}

bodiless() {
  ! grep -Fiq -e "$1" "$answer/body" || wrong "$2 in the body"
}

end() { # the last line of a walk
  echo
  [ "$failures" = 0 ] || { echo "$failures answers are wrong"; exit 1; }
  echo "All answers are as they must be"
}
