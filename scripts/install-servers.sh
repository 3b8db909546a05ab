# Sourced by ./run and ./test. Installs packages of this machine's distribution that are missing,
# without starting a service: the platform runs its own private PostgreSQL and RabbitMQ.

missing_packages() {
  local wanted
  for wanted in "$@"; do
    case $wanted in
      postgresql) compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null ||
        if apt-cache show postgresql-15 >/dev/null 2>&1; then echo postgresql-15; else echo postgresql; fi ;;
      rabbitmq) [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || echo rabbitmq-server ;;
      chromium) command -v chromium >/dev/null || echo chromium ;;
      nginx) [ -x /usr/sbin/nginx ] || echo nginx-light ;;
      wrk) command -v wrk >/dev/null || echo wrk ;;
    esac
  done
}

# install_missing postgresql rabbitmq chromium
install_missing() {
  local packages log as_root=()
  [ -n "$(missing_packages "$@")" ] || return 0

  if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
  if ! command -v apt-get >/dev/null ||
    { [ "$(id -u)" != 0 ] && ! { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }; }; then
    echo "Please install these packages and start again: $(missing_packages "$@" | xargs)." >&2
    return 1
  fi

  log=$(mktemp)
  # A list that cannot be renewed is no reason to stop: the packages may be at hand.
  "${as_root[@]}" apt-get update -q >"$log" 2>&1 || true
  packages=$(missing_packages "$@" | xargs)
  echo "Installing $packages ..."
  # shellcheck disable=SC2086
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
    bash -c "$(declare -f install_without_starting); install_without_starting $packages" >>"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "These packages could not be installed (the log above says why): $packages." >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# Runs as root. Debian starts what it installs unless a policy forbids it; an existing policy is left as it is.
install_without_starting() {
  local policy=/usr/sbin/policy-rc.d code package
  if [ ! -e $policy ]; then
    trap "rm -f $policy" EXIT
    printf '#!/bin/sh\nexit 101\n' >$policy
    chmod 755 $policy
  fi
  apt-get install -y -q --no-install-recommends "$@"
  code=$?
  # Nor shall they start with the machine; they came for their programs only.
  for package in "$@"; do
    case $package in
      postgresql*) systemctl disable postgresql 2>/dev/null ;;
      rabbitmq-server) systemctl disable rabbitmq-server 2>/dev/null ;;
      nginx-light) systemctl disable nginx 2>/dev/null ;;
    esac
  done
  return $code
}
