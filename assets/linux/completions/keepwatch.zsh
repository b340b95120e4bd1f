#compdef keepwatch
# Completes keepwatch(1) in zsh.

local -a common=(
  '--json[JSON instead of sentences]'
  '--portal[look at a portal without a running Keepwatch]:address of the portal:'
)

_keepwatch_command() {
  local -a commands=(
    'status:how each portal stands'
    'wait:wait for a backup to end'
    'follow:a line for whatever happens'
  )
  _describe command commands
}

_arguments -C '(- *)'{-h,--help}'[what there is]' '(- *)--version[the version]' '1:command:_keepwatch_command' '*::: :->command' && return

case $words[1] in
  wait) _arguments $common '--timeout[give up after that time]:seconds, minutes (15m) or hours (3h):' '::portal:' ;;
  status | follow) _arguments $common ;;
esac
